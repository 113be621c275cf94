import fc from "fast-check";
import {expect, test} from "vitest";
import {circulationOf} from "../../../src/confidential/disclose/search/circulation.ts";
import {crossTabulate, type CrossTable} from "../../../src/confidential/disclose/search/crossTabulate.ts";
import {isProvedLeast, protectCounts} from "../../../src/confidential/disclose/search/protectCounts.ts";
import {patternCost} from "../../../src/confidential/disclose/search/protectModel.ts";
import {runs} from "../../invariants/runs.ts";
import {exactSafety, measurePattern, unsafeOf} from "./measurePattern.ts";
import {publishWhileIndependent} from "./publishWhileIndependent.ts";
import {withholdByBridges} from "./withholdByBridges.ts";
import {withholdByElimination} from "./withholdByElimination.ts";

const counts = fc.integer({min: 2, max: 5}).chain((columns) =>
  fc.array(fc.array(fc.integer({min: 0, max: 30}), {minLength: columns, maxLength: columns}), {
    minLength: 2,
    maxLength: 5,
  }),
);

function tableOf(rows: readonly (readonly number[])[]): CrossTable {
  const lines = rows.flatMap((row, i) => row.map((count, j) => ({categories: [`r${i}`, `c${j}`], count})));
  return crossTabulate(lines, 2);
}

function placesOf({cells}: CrossTable, withheld: Iterable<number>): readonly string[] {
  return [...withheld].map((cell) => cells[cell]?.categories.join(" ") ?? "").sort();
}

test("the largest counts are published first: the small rectangle is withheld", () => {
  const table = tableOf([
    [3, 900, 6],
    [900, 800, 700],
    [7, 600, 8],
  ]);
  const withheld = publishWhileIndependent(table, unsafeOf(table));
  expect(placesOf(table, withheld)).toEqual(["r0 c0", "r0 c2", "r2 c0", "r2 c2"]);
});

test("two counts that share 2 are thought safe, because neither follows by adding and subtracting", () => {
  const table = tableOf([
    [1, 1, 177],
    [30, 40, 50],
  ]);
  const withheld = publishWhileIndependent(table, unsafeOf(table));
  expect(placesOf(table, withheld)).toEqual(["r0 c0", "r0 c1", "r1 c0", "r1 c1"]);
});

test("bridges of the network and elimination withhold the same cells", () => {
  fc.assert(
    fc.property(counts, (rows) => {
      const table = tableOf(rows);
      const unsafe = unsafeOf(table);
      const order = [...table.cells.keys()]
        .filter((cell) => !unsafe.has(cell))
        .toSorted((a, b) => (table.cells[b]?.count ?? 0) - (table.cells[a]?.count ?? 0));
      const network = circulationOf(table);
      expect(network).toBeDefined();
      const bridges = withholdByBridges(network!, {unsafe, order});
      expect(bridges).toEqual(withholdByElimination(table, {unsafe, order}));
    }),
    {numRuns: runs({usual: 200, long: 5000})},
  );
});

test("a pattern that is proved least costs no more than that method's, where that one is safe", async () => {
  await fc.assert(
    fc.asyncProperty(counts, async (rows) => {
      const table = tableOf(rows);
      const unsafe = unsafeOf(table);
      const theirs = publishWhileIndependent(table, unsafe);
      fc.pre((await measurePattern(table, theirs)).exact === 0);
      const ours = await protectCounts(table, unsafe, exactSafety);
      expect(isProvedLeast(ours)).toBe(true);
      const peer = {withheld: theirs, freedoms: new Map(), unprotected: []};
      expect(ours.cost).toBeLessThanOrEqual(patternCost(table, peer) + 1e-6);
    }),
    {numRuns: runs({usual: 60, long: 2000})},
  );
});
