import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {releaseSmall, type Alike} from "./peopleProject.ts";
import {answersOf, rangeOf, type Kind} from "./rangeOf.ts";

/** A report from whose tables all people of a small group are known to be alike, though nothing asks how they divide. */
interface Leak {
  readonly name: string;
  readonly text: string;
  readonly people: readonly Alike[];
  /** Every kind of people that there can be. */
  readonly kinds: readonly Kind[];
  /** Who is of the small group. */
  readonly group: (kind: Kind) => boolean;
  /** What all of them are. */
  readonly alike: (kind: Kind) => boolean;
}

const is = (name: string, answer: string) => (kind: Kind) => answersOf(kind)[name]?.includes(answer) === true;
const areas =
  "{{ count clients }} people, {{ count clients area=kent }} of Kent, {{ count clients area=surrey }} of Surrey.";

const leaks: readonly Leak[] = [
  {
    name: "seven of Surrey are women: of 27 women 20 are of Kent",
    text: `${areas} {{ count clients sex=women }} women, {{ count clients area=kent sex=women }} of Kent.`,
    people: [
      {people: 30, sex: "M", area: "K"},
      {people: 20, sex: "F", area: "K"},
      {people: 7, sex: "F", area: "S"},
    ],
    kinds: ["M", "F", undefined].flatMap((sex) => ["K", "S", "X", undefined].map((area) => ({sex, area}) as Kind)),
    group: is("area", "surrey"),
    alike: is("sex", "women"),
  },
  {
    name: "six of Surrey are fifty: the quantiles of all and of Kent leave sixteen and ten of that age",
    text: `${areas} {{ count clients age=stated }} {{ quantile 72 of age clients }} {{ quantile 80 of age clients area=kent }}`,
    people: [
      {people: 40, area: "K", age: 30},
      {people: 10, area: "K", age: 50},
      {people: 6, area: "S", age: 50},
    ],
    kinds: ["K", "S", "X", undefined].flatMap((area) =>
      [undefined, 20, 30, 40, 50, 60].map((age) => ({area, age}) as Kind),
    ),
    group: is("area", "surrey"),
    alike: ({age}) => typeof age === "number" && age >= 50,
  },
  {
    name: "eight of Surrey are in one coarser grouping, whose other answer follows as nobody's",
    text: `${areas} {{ count clients bit-a=one }}, {{ count clients bit-a=one area=kent }} of Kent.`,
    people: [
      {people: 24, area: "K", d1: "H"},
      {people: 15, area: "K", d1: "G"},
      {people: 8, area: "S", d1: "C"},
    ],
    kinds: ["K", "S", "X", undefined].flatMap((area) =>
      [undefined, "H", "C", "G", "L"].map((d1) => ({area, d1}) as Kind),
    ),
    group: is("area", "surrey"),
    alike: is("bit-a", "one"),
  },
];

describe("that all of a small group are alike cannot be worked out, where no table asks how it divides:", () => {
  test.each(leaks)("$name", async ({text, people, kinds, group, alike}) => {
    const made = await releaseSmall({text, people, policy: "group-needs: 10\n"});
    if (made instanceof DisclosureError) throw made;
    const {release, check} = made;
    const others = (kind: Kind): boolean => group(kind) && !alike(kind);
    const open = await releaseSmall({text, people, policy: "group-needs: none\n"});
    if (open instanceof DisclosureError) throw open;
    expect(await rangeOf({cells: open.release.cells, kinds, group: others}), "no leak otherwise").toEqual([0, 0]);
    const [least, most] = await rangeOf({cells: release.cells, kinds, group: others});
    expect([least, most > 0]).toEqual([0, true]);
    expect(check).toMatchObject({holds: true, faults: [], open: []});
  });
});
