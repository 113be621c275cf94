import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import type {Release, ReleaseContent} from "../../src/release/index.ts";
import {cellKey, type CellAddress} from "../../src/publication/index.ts";
import {releaseSmall, table, type Alike} from "./peopleProject.ts";
import {answersOf, rangeOf, timesAt, type Kind} from "./rangeOf.ts";

/** A report that gives a small count away by what its tables say of people. */
interface Leak {
  readonly name: string;
  readonly text: string;
  readonly people: readonly Alike[];
  /** Every kind of people that there can be. */
  readonly kinds: readonly Kind[];
  /** Those whose count follows where only small cells are withheld. */
  readonly group: (kind: Kind) => boolean;
}

const tables = (...shown: readonly string[]): string => shown.map(table).join("\n");

function kindsOf(
  answers: Readonly<Partial<Record<keyof Kind, readonly (string | number | undefined)[]>>>,
): readonly Kind[] {
  return Object.entries(answers).reduce<readonly Kind[]>(
    (kinds, [name, values]) => kinds.flatMap((kind) => values.map((value) => ({...kind, [name]: value}))),
    [{}],
  );
}

const drug = [undefined, "H", "C", "G", "L"];
const ages = [undefined, "impossible", ...Array.from({length: 60}, (_, at) => 10 + at)];
const is = (name: string, answer: string) => (kind: Kind) => answersOf(kind)[name]?.includes(answer) === true;

const leaks: readonly Leak[] = [
  {
    name: "two questions of the form 'any of these drugs' over the same columns: three use crack and no opiate",
    text: "{{ count clients opiate=yes }} of {{ count clients }}, {{ count clients problem=yes }}.",
    people: [
      {people: 20, d1: "H"},
      {people: 3, d1: "C", d2: "G"},
      {people: 9, d1: "G"},
    ],
    kinds: kindsOf({d1: drug, d2: drug}),
    group: (kind) => is("problem", "yes")(kind) && is("opiate", "no")(kind),
  },
  {
    name: "three groupings of one list, which together name one drug",
    text: tables("count clients by bit-a", "count clients by bit-b", "count clients by bit-c"),
    people: [
      {people: 14, d1: "H"},
      {people: 13, d1: "C"},
      {people: 12, d1: "G"},
      {people: 2, d1: "L"},
    ],
    kinds: kindsOf({d1: ["H", "C", "G", "L", undefined]}),
    group: ({d1}) => d1 === "L",
  },
  {
    name: "several answers: those who want both are what both counts have beyond any",
    text: tables("count clients by wants", "count clients by any-wants"),
    people: [{people: 12, wants: "A"}, {people: 9, wants: "B"}, {people: 3, wants: "A;B"}, {people: 10}],
    kinds: kindsOf({wants: [undefined, "A", "B", "A;B"]}),
    group: ({wants}) => wants === "A;B",
  },
  {
    name: "faults against 'not stated': every fault dropped an answer, so one woman is left",
    text: `{{ count faults column=sex }}\n\n${table("count forms by sex, fate with totals")}`,
    people: [
      {people: 21, sex: "M"},
      {people: 1, sex: "F"},
      {people: 5, sex: "?"},
    ],
    kinds: kindsOf({sex: ["M", "F", "?", undefined]}),
    group: ({sex}) => sex === "F",
  },
  {
    name: "a date answered beside age groups: two have an age that cannot be",
    text: tables("count clients by age-group", "count clients by born"),
    people: [{people: 10, age: 20}, {people: 9, age: 35}, {people: 8, age: 50}, {people: 7}, {people: 2, age: 110}],
    kinds: kindsOf({age: [undefined, 20, 35, 50, 110]}),
    group: ({age}) => age === 110,
  },
  {
    name: "a mean beside age groups: the ages leave one man of 45",
    text: tables("count clients by area, age-group with totals", "mean age clients by area"),
    people: [
      {people: 5, area: "K", age: 10},
      {people: 4, area: "K", age: 30},
      {people: 1, area: "K", age: 45},
      {people: 12, area: "S", age: 20},
    ],
    kinds: kindsOf({area: ["K", "S"], age: ages}),
    group: (kind) => kind.area === "K" && is("age-group", "old")(kind),
  },
  {
    name: "a mean withheld because of few known ages, whose group is printed: four are not stated",
    text: tables("count clients by area, age-group with totals", "mean age clients by area"),
    people: [
      {people: 8, area: "K", age: 20},
      {people: 1, area: "K", age: 50},
      {people: 4, area: "K"},
      {people: 12, area: "S", age: 20},
      {people: 7, area: "S", age: 50},
      {people: 6, area: "S"},
    ],
    kinds: kindsOf({area: ["K", "S"], age: ages}),
    group: (kind) => kind.area === "K" && is("age-group", "old")(kind),
  },
  {
    name: "three tables of two questions each, in which some cells are empty: one cell of all three follows",
    text: tables("count clients by sex, area", "count clients by area, main", "count clients by sex, main"),
    people: [
      {people: 3, sex: "M", area: "K", d1: "H"},
      {people: 10, sex: "M", area: "K", d1: "G"},
      {people: 10, sex: "M", area: "S", d1: "H"},
      {people: 10, sex: "F", area: "K", d1: "H"},
      {people: 10, sex: "F", area: "K", d1: "G"},
      {people: 10, sex: "F", area: "S", d1: "H"},
    ],
    kinds: kindsOf({sex: ["M", "F", undefined], area: ["K", "S", "X", undefined], d1: drug}),
    group: ({sex, area, d1}) => sex === "M" && area === "K" && d1 === "H",
  },
  {
    name: "everybody but four: of 75 people 71 live in Kent",
    text: "{{ count clients }} people, {{ count clients area=kent }} of Kent.",
    people: [
      {people: 71, area: "K"},
      {people: 4, area: "S"},
    ],
    kinds: kindsOf({area: ["K", "S", "X", undefined]}),
    group: ({area}) => area !== "K",
  },
  {
    name: "everybody but four, who carry marks",
    text: `{{ count clients }} people.\n\n${table("count clients by area")}`,
    people: [
      {people: 71, area: "K"},
      {people: 2, area: "S"},
      {people: 2, area: "X"},
    ],
    kinds: kindsOf({area: ["K", "S", "X", undefined]}),
    group: ({area}) => area !== "K",
  },
];

/** The cells of a release where nothing but small counts and means of few is withheld. */
function withholdingSmall({cells}: Release, people: readonly Alike[]): ReleaseContent["cells"] {
  const times = (address: Extract<CellAddress, {measure: "count"}>) =>
    people.map((group) => timesAt(group, address) * group.people);
  return cells.map(({address}): ReleaseContent["cells"][number] => {
    if (address.measure === "count") {
      const count = times(address).reduce((sum, own) => sum + own, 0);
      return {address, cell: count >= 1 && count < 5 ? {status: "suppressed"} : {status: "published", value: count}};
    }
    if (address.measure !== "mean") throw new Error("these reports ask for counts and means alone");
    const counts = times({...address, measure: "count"});
    const known = people.map(({age}, at) => (typeof age === "number" && age <= 100 ? counts[at]! : 0));
    const size = known.reduce((sum, own) => sum + own, 0);
    const total = people.reduce((sum, {age}, at) => sum + known[at]! * Number(known[at] ? age : 0), 0);
    if (size < 10) return {address, cell: {status: "suppressed"}};
    return {
      address,
      cell: {status: "published", value: Math.floor((20 * total + size) / (2 * size)) / 10, count: size},
    };
  });
}

describe("a report that gives a small count of people away is protected:", () => {
  test.each(leaks)("$name", async ({text, people, kinds, group}) => {
    const made = await releaseSmall({text, people});
    if (made instanceof DisclosureError) throw made;
    const {release, check, tooFew} = made;
    const truth = people.filter(group).reduce((sum, one) => sum + one.people, 0);
    const naive = {cells: withholdingSmall(release, people), withheldForFew: () => true};
    expect(await rangeOf({...naive, kinds, group}), "no leak where small cells alone are withheld").toEqual([
      truth,
      truth,
    ]);
    const withheldForFew = (address: CellAddress) => tooFew.includes(cellKey(address));
    const [least, most] = await rangeOf({cells: release.cells, withheldForFew, kinds, group});
    expect(least).toBeLessThan(most);
    expect([least <= truth, truth <= most]).toEqual([true, true]);
    expect(check).toMatchObject({holds: true, faults: [], open: []});
  });
});
