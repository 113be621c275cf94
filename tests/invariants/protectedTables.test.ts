import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {auditRelease, checkCertificate, DisclosureError} from "../../src/audit/index.ts";
import {protectText} from "../confidential/disclose/oneTable/protectText.ts";
import type {Release} from "../../src/release/index.ts";
import {tinyRelease, type Shown} from "../audit/tinyRelease.ts";
import {csvOf, randomCounts, type RandomCounts} from "./randomCounts.ts";
import {runs} from "./runs.ts";

const zeros = fc.constantFrom("shown" as const, "hidden" as const);
type Zeros = "shown" | "hidden";
const groupNeeds = fc.constantFrom(1, 10, 20);

interface Rules {
  readonly zeros: Zeros;
  readonly groupNeeds: number;
}

/** What `smallprint protect` makes of a table, or nothing where it refuses. */
async function protect(table: RandomCounts, zeros: Zeros, groupNeeds = 1): Promise<string | undefined> {
  try {
    const request = {text: csvOf(table), file: "counts.csv", by: table.by, count: "n"};
    return (await protectText({...request, threshold: 5, zeros, groupNeeds})).csv;
  } catch (error) {
    if (error instanceof DisclosureError) return undefined;
    throw error;
  }
}

/** The protected table as a reader would find it in a release. */
function released(csv: string, {by, lines}: RandomCounts, {zeros, groupNeeds}: Rules): Release {
  const rows = parse(csv, {columns: true}) as readonly Record<string, string>[];
  const counts = rows.map((row): [string, Shown] => {
    const place = by.filter((name) => row[name] !== "Total").map((name) => `${name}=${row[name]}`);
    return [place.join(","), row.status === "suppressed" ? "c" : Number(row.n)];
  });
  return tinyRelease({
    variables: variablesOf({by, lines}),
    counts: Object.fromEntries(counts),
    zeros,
    policy: policyOf(groupNeeds),
  });
}

function policyOf(groupNeeds: number): {groupNeeds?: number} {
  return groupNeeds > 1 ? {groupNeeds} : {};
}

function variablesOf({by, lines}: RandomCounts): Record<string, string[]> {
  return Object.fromEntries(by.map((name, at) => [name, [...new Set(lines.map((line) => line.categories[at] ?? ""))]]));
}

/** All that may be withheld withheld: where even that gives a count away, nothing helps. */
function everythingWithheld({by, lines}: RandomCounts, zeros: Zeros): Release {
  const counts = new Map<string, number>();
  for (const {categories, count} of lines) {
    const places = categories.reduce<readonly string[][]>(
      (done, category, at) => done.flatMap((place) => [[...place, `${by[at]}=${category}`], place]),
      [[]],
    );
    for (const place of places) counts.set(place.join(","), (counts.get(place.join(",")) ?? 0) + count);
  }
  const shown = [...counts].map(([place, count]): [string, Shown] => [
    place,
    count > 0 || zeros === "hidden" ? "c" : 0,
  ]);
  return tinyRelease({variables: variablesOf({by, lines}), counts: Object.fromEntries(shown), zeros});
}

describe("a protected table", () => {
  test("withstands the attack, and its certificate proves it without a solver", async () => {
    await fc.assert(
      fc.asyncProperty(randomCounts, zeros, groupNeeds, async (table, zeros, groupNeeds) => {
        const csv = await protect(table, zeros, groupNeeds);
        // Where nothing is withheld that could be printed, whole breakdowns make more safe and not less.
        if (csv === undefined && groupNeeds > 1) return;
        if (csv === undefined) {
          const {report} = await auditRelease(everythingWithheld(table, zeros));
          expect(report.reachesTarget, "refused although withholding everything is safe").toBe(false);
          return;
        }
        const release = released(csv, table, {zeros, groupNeeds});
        const {report, certificate} = await auditRelease(release);
        expect(report).toMatchObject({passes: true, givenAway: [], contradiction: [], undecided: []});
        expect(checkCertificate([release], certificate)).toMatchObject({holds: true, faults: []});
      }),
      {numRuns: runs({usual: 150, long: 12_000})},
    );
  });

  test("shows no count from 1 to 4, shows the truth, and says of every cell which it is", async () => {
    await fc.assert(
      fc.asyncProperty(randomCounts, async (table) => {
        const csv = await protect(table, "shown");
        fc.pre(csv !== undefined);
        for (const row of parse(csv, {columns: true}) as readonly Record<string, string>[]) {
          const inside = table.lines.filter(({categories}) =>
            categories.every((category, at) => ["Total", category].includes(row[table.by[at] ?? ""] ?? "")),
          );
          const count = inside.reduce((sum, line) => sum + line.count, 0);
          const isPublished = row.status === "published";
          expect([row.n, row.status]).toEqual(isPublished ? [String(count), "published"] : ["", "suppressed"]);
          expect(isPublished && count >= 1 && count <= 4).toBe(false);
        }
      }),
      {numRuns: runs({usual: 60, long: 2_000})},
    );
  });

  test("shows nothing of the breakdown of a group of fewer than ten, in whatever dimension it stands", async () => {
    let groups = 0;
    await fc.assert(
      fc.asyncProperty(randomCounts, async (table) => {
        const csv = await protect(table, "shown", 10);
        fc.pre(csv !== undefined);
        const {by, lines} = table;
        const rows = parse(csv, {columns: true}) as readonly Record<string, string>[];
        const countOf = (row: Record<string, string>): number =>
          lines
            .filter(({categories}) => categories.every((one, at) => ["Total", one].includes(row[by[at] ?? ""] ?? "")))
            .reduce((sum, {count}) => sum + count, 0);
        const divides = by.filter((_, at) => new Set(lines.map(({categories}) => categories[at])).size > 1);
        for (const group of rows.filter((row) => countOf(row) >= 1 && countOf(row) < 10)) {
          const isWithin = (row: Record<string, string>): boolean =>
            by.every((name) => group[name] === "Total" || row[name] === group[name]) &&
            divides.some((name) => row[name] !== group[name]);
          for (const row of rows.filter(isWithin)) {
            groups += 1;
            expect(row.status, JSON.stringify(row)).toBe("suppressed");
          }
        }
      }),
      {numRuns: runs({usual: 60, long: 2_000})},
    );
    expect(groups).toBeGreaterThan(100);
  });

  test("is the same in every byte when made again, and the order of its lines withholds nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(randomCounts, async (table) => {
        const csv = await protect(table, "shown");
        expect(await protect(table, "shown")).toBe(csv);
        const turned = await protect({...table, lines: table.lines.toReversed()}, "shown");
        expect(turned?.split("\n").sort()).toEqual(csv?.split("\n").sort());
      }),
      {numRuns: runs({usual: 30, long: 1_000})},
    );
  });
});

describe("a table with nothing to protect is published whole:", () => {
  const nobody = {by: ["by-a", "by-b"], lines: [{categories: ["a1", "b1"], count: 0}]};
  test.each([
    ["one cell of nobody", nobody],
    ["one cell of many", {...nobody, lines: [{categories: ["a1", "b1"], count: 70}]}],
    ["rows of zeros", {...nobody, lines: ["b1", "b2"].map((b) => ({categories: ["a1", b], count: 0}))}],
    ["a row of zeros among others", {...nobody, lines: [0, 9].map((n) => ({categories: [`a${n}`, "b1"], count: n}))}],
  ])("%s", async (_, table) => {
    expect(await protect(table, "shown")).not.toContain("suppressed");
  });
});
