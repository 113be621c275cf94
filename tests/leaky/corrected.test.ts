import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import type {Release} from "../../src/release/index.ts";
import {runs} from "../invariants/runs.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";
import {timesAt, type Kind} from "./rangeOf.ts";
import {fewestCorrections, rangeOfRecords, type TwoEditions} from "./rangeOfRecords.ts";

const kinds: readonly Kind[] = ["M", "F"].flatMap((sex) => ["K", "S", "X"].map((area) => ({sex, area})));

/** The same release as if of an edition before. */
const named = (release: Release): Release => ({
  ...release,
  edition: {...release.edition, id: "before", published: "2008-01-01"},
});

interface Story {
  readonly before: readonly Alike[];
  readonly beforeText: string;
  readonly now: readonly Alike[];
  readonly nowText: string;
}

/** Makes two editions in turn; nothing where one is refused. */
async function makeBoth({
  before,
  beforeText,
  now,
  nowText,
}: Story): Promise<{first: Release; second: SmallRelease} | undefined> {
  const made = await releaseSmall({text: beforeText, people: before});
  if (made instanceof DisclosureError) return undefined;
  const first = named(made.release);
  const second = await releaseSmall({text: nowText, people: now, published: [first]});
  return second instanceof DisclosureError ? undefined : {first, second};
}

const sizeOf = (people: readonly Alike[], group: (kind: Kind) => boolean): number =>
  people.filter(group).reduce((sum, one) => sum + one.people, 0);

const groups = [undefined, "M", "F"].flatMap((sex) =>
  [undefined, "K", "S", "X"].map(
    (area) => (kind: Kind) => (sex === undefined || kind.sex === sex) && (area === undefined || kind.area === area),
  ),
);

/** Small groups of either edition that a reader of both works out, who knows how few records must have been corrected. */
async function workedOut({then, now}: Pick<TwoEditions, "then" | "now">, story: Story): Promise<number> {
  const editions = {kinds, then, now};
  const most = await fewestCorrections(editions, kinds.map((kind) => sizeOf(story.now, (own) => own.sex === kind.sex && own.area === kind.area))); // prettier-ignore
  let found = 0;
  for (const [side, people] of [["then", story.before] as const, ["now", story.now] as const]) {
    for (const group of groups) {
      const truth = sizeOf(people, group);
      if (truth < 1 || truth > 4) continue;
      const [least, greatest] = await rangeOfRecords({...editions, most, side, group});
      if (least === truth && greatest === truth) found += 1;
    }
  }
  return found;
}

/** The cells of a release where nothing but small counts is withheld. */
function withholdingSmall({cells}: Release, people: readonly Alike[]): Release["cells"] {
  return cells.map(({address}) => {
    if (address.measure !== "count") throw new Error("these reports ask for counts alone");
    const value = people.reduce((sum, one) => sum + timesAt(one, address) * one.people, 0);
    const cell = value >= 1 && value < 5 ? ({status: "suppressed"} as const) : ({status: "published", value} as const);
    return {address, cell};
  });
}

describe("an edition whose records were corrected since", () => {
  const men = (kent: number, surrey: number, sussex: number): readonly Alike[] => [
    {people: kent, sex: "M", area: "K"},
    {people: surrey, sex: "M", area: "S"},
    {people: sussex, sex: "M", area: "X"},
  ];
  const story: Story = {
    before: men(30, 3, 12),
    beforeText: `{{ count clients }} people.\n\n${table("count clients by area")}`,
    now: [...men(30, 3, 12), {people: 1, sex: "F", area: "K"}],
    nowText: `{{ count clients sex=men }} men.\n\n${table("count clients by area, sex")}`,
  };

  test("keeps what it withheld: the next one withholds what would give it away", async () => {
    const made = await makeBoth(story);
    expect(made?.second).toMatchObject({check: {holds: true, open: []}, linked: [{edition: {id: "before"}}]});
    const {first, second} = made!;
    const naive = {then: first.cells, now: withholdingSmall(second.release, story.now)};
    expect(await workedOut(naive, story), "no leak where small cells alone are withheld").toBeGreaterThan(0);
    expect(await workedOut({then: first.cells, now: second.release.cells}, story)).toBe(0);
  });

  test("is of other records where more were corrected than a revision may have", async () => {
    const made = await makeBoth({...story, now: men(70, 0, 30)});
    expect(made?.second).toMatchObject({check: {holds: true}, linked: []});
  });

  test("is of the same people where the policy lets a revision have so many", async () => {
    const before = await releaseSmall({text: story.beforeText, people: story.before});
    if (before instanceof DisclosureError) throw before;
    const releaseNow = async (policy: string) => {
      const made = await releaseSmall({
        text: story.beforeText,
        people: men(30, 3, 62),
        published: [named(before.release)],
        policy,
      });
      if (made instanceof DisclosureError) throw made;
      return made;
    };
    expect(await releaseNow("")).toMatchObject({linked: []});
    const more = await releaseNow("revised-records: 50\n");
    expect(more).toMatchObject({check: {holds: true, faults: []}, linked: [{edition: {id: "before"}}]});
  });

  const shown = [
    "count clients by area",
    "count clients by sex",
    "count clients by area, sex",
    "count clients area=kent by sex",
    "count clients by area with totals",
  ];
  const stories = fc.record({
    sizes: fc.array(fc.oneof(fc.nat({max: 6}), fc.nat({max: 20})), {minLength: kinds.length, maxLength: kinds.length}),
    corrections: fc.array(fc.tuple(fc.nat({max: kinds.length}), fc.nat({max: kinds.length})), {
      minLength: 1,
      maxLength: 2,
    }),
    texts: fc.tuple(fc.subarray(shown, {minLength: 1, maxLength: 2}), fc.subarray(shown, {minLength: 1, maxLength: 2})),
  });

  test("gives nothing away beside the next, whatever was corrected", async () => {
    let [naive, linked] = [0, 0];
    await fc.assert(
      fc.asyncProperty(stories, async ({sizes, corrections, texts}) => {
        const before = kinds.map((kind, at) => ({...kind, people: sizes[at]!}));
        // The last number is nobody: a record is added or goes.
        const now = before.map(({people, ...kind}, at) => ({
          ...kind,
          people: corrections.reduce(
            (sum, [from, to]) => sum - Number(from === at && sum > 0) + Number(to === at),
            people,
          ),
        }));
        const [beforeText, nowText] = texts.map(
          (asked) => `{{ count clients }} people.\n\n${asked.map(table).join("\n")}`,
        );
        const told = {before, beforeText: beforeText!, now, nowText: nowText!};
        const made = await makeBoth(told);
        if (made === undefined) return;
        const {first, second} = made;
        expect(second.check).toMatchObject({holds: true, faults: [], open: []});
        linked += second.linked.length;
        const then = first.cells;
        naive += await workedOut({then, now: withholdingSmall(second.release, now)}, told);
        expect(await workedOut({then, now: second.release.cells}, told)).toBe(0);
      }),
      {numRuns: runs({usual: 8, long: 400})},
    );
    expect([naive, linked].every((found) => found > 0)).toBe(true);
  });
});
