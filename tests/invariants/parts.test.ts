import fc from "fast-check";
import {expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {parts, partsInTemplate, printedCounts, rowOf, type PrintedCount} from "../leaky/parts.ts";
import {releaseSmall, table, type Alike, type SmallRelease} from "../leaky/peopleProject.ts";
import {rangeIn, type Kind} from "../leaky/rangeOf.ts";
import {runs} from "./runs.ts";

const answers = {
  sex: ["M", "F", "F", ""],
  d1: ["H", "H", "C", "G", "L", ""],
  wants: ["", "A", "A;B"],
  age: [20, 38, 51, undefined],
} as const;

const kind: fc.Arbitrary<Kind> = fc.record({
  sex: fc.constantFrom(...answers.sex),
  d1: fc.constantFrom(...answers.d1),
  wants: fc.constantFrom(...answers.wants),
  age: fc.constantFrom(...answers.age),
});

/** What a query may ask of a population: not what makes it a part, nor two questions with several answers. */
const questions: Readonly<Record<string, readonly string[]>> = {
  clients: ["sex", "main", "kind-of-drug", "age-group", "wants"],
  "heroin-users": ["sex", "age-group", "wants"],
  "hard-users": ["sex", "main", "age-group", "wants"],
  "not-cannabis": ["sex", "main", "kind-of-drug"],
  "drug-known": ["sex", "main", "kind-of-drug"],
  "younger-men": ["main", "age-group", "kind-of-drug"],
  advised: ["sex", "main"],
  "problem-users": ["sex", "kind-of-drug"],
};

const query = fc
  .constantFrom("clients", ...Object.keys(parts))
  .chain((population) =>
    fc.tuple(fc.constant(population), fc.subarray([...(questions[population] ?? [])], {maxLength: 2})),
  )
  .map(([population, by]) => `count ${population}${by.length === 0 ? "" : ` by ${by.join(", ")}`}`);

const reports = fc.record({
  groups: fc.array(fc.record({kind, people: fc.integer({min: 1, max: 16})}), {minLength: 10, maxLength: 16}),
  queries: fc.uniqueArray(query, {minLength: 2, maxLength: 4}),
});

interface Made {
  readonly made: SmallRelease;
  readonly people: readonly Alike[];
  readonly printed: readonly PrintedCount[];
}

/** Tries reports; those that no choice of cells protects are refused, and put aside. */
async function onReports(cases: {usual: number; long: number}, holds: (made: Made) => Promise<void>): Promise<void> {
  let released = 0;
  await fc.assert(
    fc.asyncProperty(reports, async ({groups, queries}) => {
      const people = groups.map(({kind: one, people: times}): Alike => ({...one, people: times}));
      const made = await releaseSmall({text: queries.map(table).join("\n"), people, changed: partsInTemplate});
      if (made instanceof DisclosureError) return;
      released += 1;
      expect(made.check).toMatchObject({holds: true, faults: [], open: []});
      await holds({made, people, printed: printedCounts(made.release, queries)});
    }),
    {numRuns: runs(cases), endOnFailure: process.env.SMALLPRINT_LONG !== "1"},
  );
  expect(released, "nearly every report was refused").toBeGreaterThan(runs(cases) / 3);
}

const countOf = (people: readonly Alike[], holds: (kind: Kind) => boolean): number =>
  people.filter(holds).reduce((sum, group) => sum + group.people, 0);

const isSmall = (count: number): boolean => count >= 1 && count <= 4;

test(
  "a random report on a population and its parts prints the truth, and leaves every small count open",
  {timeout: 3_600_000},
  async () => {
    await onReports({usual: 5, long: 100}, async ({people, printed}) => {
      const kinds = everyKind(people);
      const rows = printed.map((one) => rowOf(one, kinds));
      for (const {holds, value} of printed) {
        const count = countOf(people, holds);
        if (value !== undefined) expect(value).toBe(count);
        if (!isSmall(count)) continue;
        expect(value).toBeUndefined();
        const [least, most] = await rangeIn({kinds, group: holds}, rows);
        expect(least).toBeLessThan(most);
      }
    });
  },
);

test(
  "what two printed counts of which one holds the other leave over is no small count that can be told",
  {timeout: 3_600_000},
  async () => {
    await onReports({usual: 5, long: 100}, async ({people, printed}) => {
      const kinds = everyKind(people);
      const rows = printed.map((one) => rowOf(one, kinds));
      const known = printed.filter(({value}) => value !== undefined);
      for (const whole of known) {
        for (const part of known) {
          if (kinds.some((one) => part.holds(one) && !whole.holds(one))) continue;
          const group = (one: Kind) => whole.holds(one) && !part.holds(one);
          if (!isSmall(countOf(people, group))) continue;
          const [least, most] = await rangeIn({kinds, group}, rows);
          expect(least, "a small difference of two printed counts").toBeLessThan(most);
        }
      }
    });
  },
);

/** The people there are, and with each of their answers changed: enough other people, and few enough to try. */
function everyKind(people: readonly Kind[]): readonly Kind[] {
  const plain = people.map(({sex = "", d1 = "", wants = "", age}): Kind => ({sex, d1, wants, age}));
  const changed = plain.flatMap((one) =>
    Object.entries(answers).flatMap(([name, values]) => values.map((value) => ({...one, [name]: value}))),
  );
  return [...new Map([...plain, ...changed].map((one) => [JSON.stringify(one), one])).values()];
}
