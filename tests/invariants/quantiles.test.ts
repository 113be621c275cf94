import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {cellKey, type CellAddress} from "../../src/publication/index.ts";
import {releaseSmall, type Alike, type SmallReport} from "../leaky/peopleProject.ts";
import {answersOf, rangeOf, type Kind} from "../leaky/rangeOf.ts";
import {runs} from "./runs.ts";

const [sexes, areas] = [
  ["M", "F", ""],
  ["K", "S", ""],
];

const person = fc.record({
  sex: fc.constantFrom(...sexes),
  area: fc.constantFrom(...areas),
  age: fc.oneof({weight: 8, arbitrary: fc.integer({min: 16, max: 60})}, {weight: 1, arbitrary: fc.constant(undefined)}),
});
const asked = [
  "median age clients",
  "median age clients by sex",
  "median age clients by area",
  "quantile 25 of age clients",
  "quantile 75 of age clients by sex",
];

/** Reports of quantiles and counts on 40 to 110 people. */
const reports: fc.Arbitrary<SmallReport> = fc
  .record({
    kinds: fc.array(fc.record({kind: person, people: fc.integer({min: 1, max: 5})}), {minLength: 20, maxLength: 30}),
    counts: fc.uniqueArray(fc.constantFrom("sex", "area", "sex, area", "age-group", "area, age-group"), {minLength: 1, maxLength: 2}), // prettier-ignore
    quantiles: fc.uniqueArray(fc.constantFrom(...asked), {minLength: 1}),
  })
  .map(({kinds, counts, quantiles}) => {
    const shown = [...counts.map((of) => `count clients by ${of} with totals`), ...quantiles];
    const tables = shown.map((show, at) => `::: table t${at}\ntitle: Table\nmeasure: People\nshow: ${show}\n:::\n`);
    return {people: kinds.map(({kind, people}): Alike => ({...kind, people})), text: tables.join("\n")};
  });

/** All who could be, at every tenth age and at those about the ones that there are. */
function kindsBeside(people: readonly Alike[]): readonly Kind[] {
  const tenths = Array.from({length: 10}, (_, at) => 10 + 10 * at);
  const own = people.flatMap(({age}) => (typeof age === "number" ? [age - 1, age, age + 1] : []));
  const ages = new Set([undefined, ...tenths, ...own]);
  return [...ages].flatMap((age) => sexes.flatMap((sex) => areas.map((area) => ({sex, area, age}))));
}

/** Groups that one answer or two name. */
const groups = [
  ...["men", "women", "not-stated"].map((sex) => ({sex})),
  ...["kent", "surrey", "not-stated"].map((area) => ({area})),
  ...["men", "women"].flatMap((sex) => ["kent", "surrey"].map((area) => ({sex, area}))),
].map((at) => (kind: Kind) => Object.entries(at).every(([name, answer]) => answersOf(kind)[name]?.[0] === answer));

test("a random report of medians leaves every small group open, as integer programs over people find", async () => {
  let released = 0;
  await fc.assert(
    fc.asyncProperty(reports, fc.nat(), async ({people, text}, start) => {
      const made = await releaseSmall({people, text});
      if (made instanceof DisclosureError) return;
      released += 1;
      expect(made.check).toMatchObject({holds: true, faults: [], open: []});
      const sizeOf = (group: (kind: Kind) => boolean) =>
        people.reduce((sum, one) => sum + (group(one) ? one.people : 0), 0);
      const few = groups.filter((group) => sizeOf(group) >= 1 && sizeOf(group) <= 4);
      const group = few[start % Math.max(1, few.length)];
      if (group === undefined) return;
      const withheldForFew = (address: CellAddress) => made.tooFew.includes(cellKey(address));
      const task = {cells: made.release.cells, kinds: kindsBeside(people), group, withheldForFew};
      const [least, most] = await rangeOf(task);
      expect(most).toBeGreaterThan(least);
    }),
    {numRuns: runs({usual: 2, long: 150})},
  );
  expect(released, "nearly every report was refused").toBeGreaterThan(runs({usual: 2, long: 150}) / 3);
});
