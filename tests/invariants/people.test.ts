import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {DisclosureError} from "../../src/audit/index.ts";
import {releaseSmall, type Alike, type SmallRelease, type SmallReport} from "../leaky/peopleProject.ts";
import {rangeOf, timesAt, type Kind} from "../leaky/rangeOf.ts";
import {runs} from "./runs.ts";

const answers = {
  sex: ["M", "F", "F", "?"],
  area: ["K", "K", "S", "X", ""],
  d1: ["H", "H", "C", "G", "L", ""],
  d2: ["", "", "H", "G"],
  wants: ["", "A", "B", "A;B"],
  age: [20, 29, 38, 51, "impossible", undefined],
} as const;

const person: fc.Arbitrary<Kind> = fc.record({
  sex: fc.constantFrom(...answers.sex),
  area: fc.constantFrom(...answers.area),
  d1: fc.constantFrom(...answers.d1),
  d2: fc.constantFrom(...answers.d2),
  wants: fc.constantFrom(...answers.wants),
  age: fc.constantFrom(...answers.age),
});

const questions = [
  "sex",
  "area",
  "age-group",
  "born",
  "main",
  "second",
  "problem",
  "opiate",
  "bit-a",
  "bit-b",
  "bit-c",
  "wants",
  "any-wants",
];

const asked = fc
  .record({
    of: fc.uniqueArray(fc.constantFrom(...questions), {minLength: 1, maxLength: 2}),
    population: fc.constantFrom("clients", "clients", "forms"),
    totals: fc.boolean(),
  })
  .map(
    ({of, population, totals}) =>
      `count ${population} by ${of.join(", ")}${totals && of.length > 1 ? " with totals" : ""}`,
  );
const mean = fc.constantFrom("mean age clients by sex", "mean age clients by area", "mean age clients");
const fault = fc.constantFrom("count faults by column", "count faults by rule");

/** Reports of two to five tables on 60 to 150 people. */
const reports: fc.Arbitrary<SmallReport> = fc
  .record({
    kinds: fc.array(fc.record({kind: person, people: fc.integer({min: 1, max: 14})}), {minLength: 14, maxLength: 20}),
    tables: fc.uniqueArray(
      fc.oneof({weight: 6, arbitrary: asked}, {weight: 1, arbitrary: mean}, {weight: 1, arbitrary: fault}),
      {minLength: 2, maxLength: 5},
    ),
    policy: fc.constantFrom("", "", "", "level: exact\n", "threshold: 3\n", 'mark: {small: "*", further: "†"}\n'),
  })
  .map(({kinds, tables, policy}) => {
    const people = kinds.map(({kind, people: times}): Alike => ({...kind, people: times}));
    const text = tables
      .map((show, at) => `::: table t${at}\ntitle: Table\nmeasure: People\nshow: ${show}\n:::\n`)
      .join("\n");
    return {people, policy, text};
  })
  .filter(
    ({people}) => isReadable(people, ({sex}) => sex !== "?") && isReadable(people, ({age}) => age !== "impossible"),
  );

/** An extract of which more than half the answers to a question are faults is refused as a whole. */
function isReadable(people: readonly Alike[], isSound: (group: Alike) => boolean): boolean {
  const size = (groups: readonly Alike[]) => groups.reduce((sum, group) => sum + group.people, 0);
  return 2 * size(people.filter(isSound)) > size(people);
}

/** Tries reports; those that no choice of cells protects are refused, and put aside. */
async function onReports(
  cases: {usual: number; long: number},
  holds: (made: SmallRelease, report: SmallReport) => Promise<void> | void,
): Promise<void> {
  let released = 0;
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const made = await releaseSmall(report);
      if (made instanceof DisclosureError) return;
      released += 1;
      await holds(made, report);
    }),
    {numRuns: runs(cases), endOnFailure: process.env.SMALLPRINT_LONG !== "1"},
  );
  expect(released, "nearly every report was refused").toBeGreaterThan(runs(cases) / 3);
}

describe("a random report on people", () => {
  test("is refused, or released with a certificate that counting accepts", async () => {
    await onReports({usual: 5, long: 300}, ({check}) => {
      expect(check).toMatchObject({holds: true, faults: [], open: []});
      expect(check.populations).toBeGreaterThan(1);
    });
  });

  test("prints the truth or nothing, and no small count", async () => {
    await onReports({usual: 3, long: 100}, ({release}, {people, policy = ""}) => {
      const threshold = policy.startsWith("threshold") ? 3 : 5;
      for (const {address, cell} of release.cells) {
        if (address.measure !== "count" || cell.status !== "published") continue;
        const truth = people.reduce((sum, group) => sum + group.people * timesAt(group, address), 0);
        expect(cell.value).toBe(truth);
        expect(cell.value === 0 || cell.value >= threshold).toBe(true);
      }
    });
  });

  test("leaves every small count behind a mark open, as an integer program over people finds", async () => {
    await onReports({usual: 2, long: 60}, async ({release}, {people}) => {
      const cells = release.cells.filter(({address}) => address.measure === "count");
      const kinds = [...new Map(people.map((group) => [JSON.stringify({...group, people: 0}), group])).values()];
      for (const {address, cell} of cells) {
        if (address.measure !== "count" || cell.status !== "suppressed") continue;
        const count = people.reduce((sum, group) => sum + group.people * timesAt(group, address), 0);
        if (count >= 5) continue;
        const [least, most] = await rangeOf({
          cells,
          kinds: everyKind(kinds),
          group: (kind) => timesAt(kind, address) > 0,
        });
        expect(least).toBeLessThan(most);
      }
    });
  });
});

/** The people there are, and with each of their answers changed: enough other people, and few enough to try. */
function everyKind(people: readonly Kind[]): readonly Kind[] {
  const changed = people.flatMap((one) =>
    Object.entries(answers).flatMap(([name, values]) => values.map((value) => ({...one, [name]: value}))),
  );
  return [...new Map([...people, ...changed].map((kind) => [JSON.stringify(kind), kind])).values()];
}
