import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {attack, auditRelease, modelOf} from "../../../src/audit/index.ts";
import {runs} from "../../invariants/runs.ts";
import {cases, marginOf, shownOf} from "../randomTable.ts";
import {table, tinyRelease, type Shown} from "../tinyRelease.ts";

type Range = readonly [number, number];

async function rangesOf(variables: Record<string, string[]>, shown: Record<string, Shown>, zeros: "shown" | "hidden") {
  const model = modelOf([tinyRelease({variables, counts: shown, zeros})]);
  const found = await attack(model, {exactRanges: true});
  found.dispose();
  const ranges = new Map(
    found.withheld.map(({cell, least, most}): [string, Range] => [model.cells[cell]!.key, [least, bounded(most)]]),
  );
  return {ranges, isPossible: found.contradictory === undefined && found.bounds.broken === undefined};
}

/** Counts without an end stop at a ceiling, which lies higher the more is printed. */
function bounded(most: number): number {
  return most < 1000 ? most : Infinity;
}

function trueValue(counts: readonly (readonly number[])[], place: string): number {
  const index = (name: string) => Number(new RegExp(`${name}=.(\\d)`).exec(place)?.[1] ?? 4);
  return marginOf(counts, index("row"), index("column"));
}

test("the true table is always possible, and every true count within its range", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (random) => {
      const {variables, shown} = shownOf(random);
      const {ranges, isPossible} = await rangesOf(variables, shown, random.zeros);
      expect(isPossible).toBe(true);
      for (const [key, [least, most]] of ranges) {
        const value = trueValue(random.counts, key);
        expect([key, value >= least && value <= most]).toEqual([key, true]);
      }
    }),
    {numRuns: runs({usual: 80, long: 2_000})},
  );
});

test("publishing one more count never widens a range", async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.nat(), async (random, pick) => {
      const {variables, shown} = shownOf(random);
      const withheld = Object.keys(shown).filter((place) => shown[place] === "c");
      const place = withheld[pick % withheld.length];
      fc.pre(place !== undefined);
      const before = await rangesOf(variables, shown, random.zeros);
      const more = {...shown, [place]: trueValue(random.counts, place)};
      const after = await rangesOf(variables, more, random.zeros);
      for (const [key, [least, most]] of after.ranges) {
        const [widerLeast, widerMost] = before.ranges.get(key) ?? [-Infinity, Infinity];
        expect([key, least >= widerLeast && most <= widerMost]).toEqual([key, true]);
      }
    }),
    {numRuns: runs({usual: 60, long: 2_000})},
  );
});

describe("tables with nothing to tell are audited all the same:", () => {
  test.each([
    ["no counts at all", {variables: {}, counts: {}}],
    ["nobody", {variables: {v: ["a", "b"]}, counts: {"": 0, "v=a": 0, "v=b": 0}}],
    ["a variable with one category", {variables: {v: ["a"]}, counts: {"": 7, "v=a": 7}}],
    ["rows of zeros", table(["0 0 | 0", "0 0 | 0", "0 0 | 0"])],
    ["everything withheld", table(["c c | c", "c c | c", "c c | c"])],
  ])("%s", async (_, tiny) => {
    expect((await auditRelease(tinyRelease(tiny))).report).toMatchObject({passes: true, givenAway: []});
  });

  test("a withheld count that is printed under another name is given away", async () => {
    const {report} = await auditRelease(tinyRelease({variables: {v: ["a"]}, counts: {"": 3, "v=a": "c"}}));
    expect(report.givenAway.map(({derivation}) => derivation.join())).toEqual([
      expect.stringContaining("printed as 3"),
    ]);
  });
});

test("the order of tables, rows and columns changes nothing", async () => {
  const {variables, counts} = table(["c c 9 | 20", "c c 9 | 19", "c 7 8 | 17", "17 17 26 | c"]);
  const turned = Object.fromEntries(Object.entries(counts).toReversed());
  const reversed = Object.fromEntries(Object.entries(variables).map(([name, all]) => [name, all.toReversed()]));
  const one = await rangesOf(variables, counts, "shown");
  const other = await rangesOf(reversed, turned, "shown");
  expect(new Map([...other.ranges].toSorted())).toEqual(new Map([...one.ranges].toSorted()));
});

test("a table of 28 by 21 with 136 withheld and all its totals is audited whole", async () => {
  let seed = 7;
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const rows = Array.from({length: 28}, () => Array.from({length: 21}, () => Math.floor(10 * next() ** 3)));
  const small = rows.flatMap((row, r) => row.flatMap((value, c) => (value > 0 && value < 5 ? [`${r} ${c}`] : [])));
  const hidden = new Set(small.slice(0, 136));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const text = rows.map(
    (row, r) => `${row.map((value, c) => (hidden.has(`${r} ${c}`) ? "c" : value)).join(" ")} | ${sum(row)}`,
  );
  const totals = rows[0]!.map((_, c) => sum(rows.map((row) => row[c]!)));
  const release = tinyRelease(table([...text, `${totals.join(" ")} | ${sum(totals)}`]));
  const {report} = await auditRelease(release);
  expect(report.withheld).toBe(136);
  expect(report.contradiction).toEqual([]);
});
