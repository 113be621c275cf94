import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {expandQuery, parseQuery} from "../../src/publication/index.ts";
import {runs} from "../invariants/runs.ts";
import {rowOf, type PrintedCount} from "./parts.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "./peopleProject.ts";
import {rangeIn, type Kind} from "./rangeOf.ts";

const drugs: Readonly<Record<string, string>> = {
  heroin: "H",
  crack: "C",
  cannabis: "G",
  alcohol: "L",
  "not-stated": "",
};
const sexes: Readonly<Record<string, string>> = {men: "M", women: "F", "not-stated": ""};
const kinds: readonly Kind[] = Object.values(sexes).flatMap((sex) => Object.values(drugs).map((d1) => ({sex, d1})));

/** Who is counted by some drugs as a query writes them, read by nothing but its words. */
function isOf(written: string, {d1 = ""}: Kind): boolean {
  const isNot = written.includes("!=");
  const named = written.split("=")[1]!.split("/").map((name) => drugs[name]); // prettier-ignore
  return named.includes(d1) !== isNot;
}

/** Counts of all, or of one set of drugs, each by sex, as they are printed. */
function printedOf({release}: SmallRelease, asked: readonly string[]): readonly PrintedCount[] {
  return asked.flatMap((set) =>
    expandQuery(parseQuery(`count clients ${set} by sex`), release.vocabulary).map(({place, address}) => {
      const cell = release.cell(address);
      const [{category} = {category: undefined}] = place;
      const sex = category === undefined || category === "total" ? undefined : sexes[category.name];
      return {
        holds: (kind: Kind) => kind.sex === sex && (set === "" || isOf(set, kind)),
        value: cell.status === "published" ? cell.value : undefined,
      };
    }),
  );
}

async function releaseOf(
  asked: readonly string[],
  people: readonly Alike[],
  published: readonly SmallRelease[] = [],
): Promise<SmallRelease> {
  const tables = asked.map((set, at) => table(`count clients ${set} by sex`).replace(/table \S+/, `table t-${at}`));
  const text = tables.join("\n");
  const made = await releaseSmall({text, people, published: published.map(({release}) => release)});
  if (made instanceof DisclosureError) throw made;
  expect(made.check).toMatchObject({holds: true, faults: [], open: []});
  return made;
}

const sizeOf = (people: readonly Alike[], holds: (kind: Kind) => boolean): number =>
  people.filter(holds).reduce((sum, one) => sum + one.people, 0);

function eachAlone(printed: readonly PrintedCount[], people: readonly Alike[]): readonly PrintedCount[] {
  return printed.map(({holds}) => {
    const count = sizeOf(people, holds);
    return {holds, value: count >= 1 && count <= 4 ? undefined : count};
  });
}

const usual: readonly Alike[] = [
  {people: 60, sex: "M", d1: "H"},
  {people: 20, sex: "F", d1: "H"},
  {people: 25, sex: "F", d1: "G"},
];

interface Difference {
  readonly name: string;
  readonly asked: readonly string[];
  readonly few: Alike;
}

const differences: readonly Difference[] = [
  {name: "a set less one of its categories", asked: ["main=heroin/crack", "main=heroin"], few: {people: 3, sex: "M", d1: "C"}},
  {name: "everybody less a set", asked: ["", "main=heroin/cannabis/not-stated/alcohol"], few: {people: 2, sex: "M", d1: "C"}},
  {name: "a set and all others", asked: ["", "main!=crack"], few: {people: 4, sex: "M", d1: "C"}},
  {name: "two sets that overlap", asked: ["main=heroin/crack/alcohol", "main=heroin/alcohol"], few: {people: 1, sex: "M", d1: "C"}},
  {name: "a set less its complement's complement", asked: ["main!=cannabis/not-stated", "main=heroin/alcohol"], few: {people: 3, sex: "M", d1: "C"}},
]; // prettier-ignore

test.each(differences)("gives nothing back: $name", async ({asked, few}) => {
  const people = [...usual, few];
  const group = ({sex, d1}: Kind): boolean => sex === few.sex && d1 === few.d1;
  const made = await releaseOf(asked, people);
  const printed = printedOf(made, asked);
  const alone = await rangeIn({kinds, group}, eachAlone(printed, people).map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(alone, "counts that are looked at one by one give it away").toEqual([few.people, few.people]);
  const [least, most] = await rangeIn({kinds, group}, printed.map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(least).toBeLessThan(most);
});

test("gives nothing back: a set in one edition, and one of its categories in the next", async () => {
  const few: Alike = {people: 3, sex: "M", d1: "C"};
  const people = [...usual, few];
  const group = ({sex, d1}: Kind): boolean => sex === few.sex && d1 === few.d1;
  const [first, second] = [["main=heroin/crack"], ["main=heroin"]];
  const before = await releaseOf(first, people);
  const made = await releaseOf(second, people, [before]);
  expect(made.linked).toHaveLength(1);
  const printed = [...printedOf(before, first), ...printedOf(made, second)];
  const alone = await rangeIn({kinds, group}, eachAlone(printed, people).map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(alone).toEqual([3, 3]);
  const [least, most] = await rangeIn({kinds, group}, printed.map((one) => rowOf(one, kinds))); // prettier-ignore
  expect(least).toBeLessThan(most);
});

test("a set and the group of all others add up with those not stated, in one table", async () => {
  const asked = ["main=heroin/crack", "main!=heroin/crack", ""];
  const people = [...usual, {people: 30, sex: "M", d1: "C"}, {people: 15, sex: "F", d1: ""}];
  const made = await releaseOf(asked, people);
  expect(printedOf(made, asked).map(({value}) => value)).toEqual([90, 20, 0, 0, 40, 0, 90, 60, 0]);
});

const set = fc
  .record({of: fc.subarray(Object.keys(drugs), {minLength: 1, maxLength: 4}), isNot: fc.boolean()})
  .map(({of, isNot}) => `main${isNot ? "!=" : "="}${of.join("/")}`);

test("no sets beside one another give away a small group of one drug and sex, or of the others of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(set, {minLength: 2, maxLength: 4}),
      fc.array(fc.nat({max: 9}), {minLength: kinds.length, maxLength: kinds.length}),
      async (asked, sizes) => {
        const people = kinds.map((kind, at): Alike => ({...kind, people: sizes[at]! ** 2}));
        fc.pre(sizes.some((size) => size > 0));
        const made = await releaseOf(["", ...asked], people.filter((one) => one.people > 0)); // prettier-ignore
        const rows = printedOf(made, ["", ...asked]).map((one) => rowOf(one, kinds));
        for (const own of kinds) {
          const count = sizeOf(people, ({sex, d1}) => sex === own.sex && d1 === own.d1);
          if (count < 1 || count > 4) continue;
          const [least, most] = await rangeIn({kinds, group: (kind) => kind === own}, rows);
          expect(least).toBeLessThan(most);
        }
      },
    ),
    {numRuns: runs({usual: 8, long: 200})},
  );
});
