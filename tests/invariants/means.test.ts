import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {meanWidthOf} from "../leaky/meanRange.ts";
import {releaseSmall, type Alike, type SmallReport} from "../leaky/peopleProject.ts";
import {answersOf, type Kind} from "../leaky/rangeOf.ts";
import {cellKey, type CellAddress} from "../../src/publication/index.ts";
import {runs} from "./runs.ts";

const [sexes, areas] = [
  ["M", "F", ""],
  ["K", "S", "X", ""],
];

const person = fc.record({
  sex: fc.constantFrom(...sexes),
  area: fc.constantFrom(...areas),
  age: fc.oneof({weight: 8, arbitrary: fc.integer({min: 16, max: 80})}, {weight: 1, arbitrary: fc.constant(undefined)}),
});
const asked = fc.constantFrom("sex", "area", "sex, area", "age-group", "area, age-group", "sex, age-group");

/** Reports of means and counts on 40 to 110 people. */
const reports: fc.Arbitrary<SmallReport> = fc
  .record({
    kinds: fc.array(fc.record({kind: person, people: fc.integer({min: 1, max: 5})}), {minLength: 20, maxLength: 30}),
    counts: fc.uniqueArray(asked, {minLength: 1, maxLength: 3}),
    means: fc.uniqueArray(fc.constantFrom("mean age clients", "mean age clients by sex", "mean age clients by area"), {
      minLength: 1,
    }),
  })
  .map(({kinds, counts, means}) => {
    const shown = [...counts.map((of) => `count clients by ${of} with totals`), ...means];
    const tables = shown.map((show, at) => `::: table t${at}\ntitle: Table\nmeasure: People\nshow: ${show}\n:::\n`);
    return {people: kinds.map(({kind, people}): Alike => ({...kind, people})), text: tables.join("\n")};
  });

/** All who could be, at every tenth age and at those that there are. */
function kindsBeside(people: readonly Alike[]): readonly Kind[] {
  const tenths = Array.from({length: 10}, (_, at) => 10 + 10 * at);
  const ages = new Set([undefined, ...tenths, ...people.map(({age}) => age)]);
  return [...ages].flatMap((age) => sexes.flatMap((sex) => areas.map((area) => ({sex, area, age}))));
}

/** Groups that one answer or two name. */
const groups = [
  ...["men", "women", "not-stated"].map((sex) => ({sex})),
  ...["kent", "surrey", "sussex", "not-stated"].map((area) => ({area})),
  ...["men", "women"].flatMap((sex) => ["kent", "surrey", "sussex"].map((area) => ({sex, area}))),
].map((at) => (kind: Kind) => Object.entries(at).every(([name, answer]) => answersOf(kind)[name]?.[0] === answer));

test("a random report leaves the mean of few open within five years, as integer programs over people find", async () => {
  let released = 0;
  await fc.assert(
    fc.asyncProperty(reports, fc.nat(), async ({people, text}, start) => {
      const made = await releaseSmall({people, text});
      if (made instanceof DisclosureError) return;
      released += 1;
      expect(made.check).toMatchObject({holds: true, faults: [], open: []});
      const agesOf = (group: (kind: Kind) => boolean) =>
        people.flatMap((one) => (group(one) ? Array.from({length: one.people}, () => one.age) : [])).filter(isKnown);
      const few = groups.filter((group) => agesOf(group).length >= 1 && agesOf(group).length <= 9);
      const group = few[start % Math.max(1, few.length)];
      if (group === undefined || !made.release.cells.some(isPrintedMean)) return;
      const withheldForFew = (address: CellAddress) => made.tooFew.includes(cellKey(address));
      const truth = agesOf(group).reduce((sum, age) => sum + age, 0) / agesOf(group).length;
      const {cells} = made.release;
      const width = await meanWidthOf({cells, kinds: kindsBeside(people), group, withheldForFew, truth, enough: 5});
      expect(width).toBeGreaterThanOrEqual(5);
    }),
    {numRuns: runs({usual: 2, long: 150})},
  );
  expect(released, "nearly every report was refused").toBeGreaterThan(runs({usual: 2, long: 150}) / 3);
});

function isKnown(age: Kind["age"]): age is number {
  return typeof age === "number";
}

function isPrintedMean({address, cell}: {address: CellAddress; cell: {status: string}}): boolean {
  return address.measure === "mean" && cell.status === "published";
}
