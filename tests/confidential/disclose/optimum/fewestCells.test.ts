import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {runs} from "../../../invariants/runs.ts";
import {greatEffort, noEffort} from "../../../../src/confidential/disclose/optimum/Effort.ts";
import {circulationOf} from "../../../../src/confidential/disclose/search/circulation.ts";
import type {CountModel, Freedom} from "../../../../src/confidential/disclose/search/countModel.ts";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import {lackOf} from "../../../../src/confidential/disclose/search/lackOf.ts";
import {LinearDefence} from "../../../../src/confidential/disclose/search/LinearDefence.ts";
import {NetworkDefence} from "../../../../src/confidential/disclose/search/NetworkDefence.ts";
import {isProvedLeast, protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf, type ProtectionPolicy} from "../../../../src/confidential/disclose/search/protectionOf.ts";
import {mayBeWithheld} from "../../../../src/confidential/disclose/search/roomOf.ts";
import {weighCell} from "../../../../src/confidential/disclose/search/weighCell.ts";
import {loadSolver} from "../../../../src/solver/index.ts";

const policy: ProtectionPolicy = {threshold: 5, zeros: "shown", level: "width-2", marks: "one"};
const solver = await loadSolver();

function unsafeOf({cells}: CountModel): ReadonlySet<number> {
  return new Set(cells.keys().filter((cell) => (cells[cell]?.count ?? 0) >= 1 && (cells[cell]?.count ?? 0) <= 4));
}

/** The least cost of all patterns that give every unsafe count the freedom of a pattern that was found. */
function leastByTrying(model: CountModel, freedoms: ReadonlyMap<number, Freedom>, asked: ProtectionPolicy): number {
  const protection = protectionOf(asked);
  const unsafe = unsafeOf(model);
  const offered = [...model.cells.keys()].filter((cell) => {
    const known = model.cells[cell];
    return known !== undefined && !unsafe.has(cell) && mayBeWithheld(known, protection);
  });
  const costOf = (cells: readonly number[]): number =>
    cells.reduce((sum, cell) => sum + weighCell(model.cells[cell] ?? {key: "", count: 0, shown: true, level: 0}), 0);
  const patterns = Array.from({length: 2 ** offered.length}, (_, bits) => offered.filter((_, at) => (bits >> at) & 1));
  const circulation = circulationOf(model);
  for (const further of patterns.toSorted((a, b) => costOf(a) - costOf(b))) {
    using linear = new LinearDefence(solver, model, protection);
    const defence = circulation === undefined ? linear : new NetworkDefence(model, circulation, protection);
    for (const cell of [...unsafe, ...further]) defence.withhold(cell);
    const isAsFree = freedoms.entries().every(([cell, {up, down}]) => {
      const need = protection.need(model.cells[cell]?.count ?? 0);
      const found = defence.freedom(cell);
      if (lackOf({up, down}, need) === 0) return lackOf(found, need) === 0;
      return found.up >= Math.min(need.up, up) && found.down >= Math.min(need.down, down);
    });
    if (isAsFree) return costOf([...unsafe, ...further]);
  }
  return Infinity;
}

const smallTable = fc.array(fc.array(fc.integer({min: 0, max: 9}), {minLength: 2, maxLength: 3}), {
  minLength: 2,
  maxLength: 3,
});

function tableOf(rows: readonly (readonly number[])[]): CountModel {
  const columns = Math.min(...rows.map((row) => row.length));
  const lines = rows.flatMap((row, i) =>
    row.slice(0, columns).map((count, j) => ({categories: [`r${String(i)}`, `c${String(j)}`], count})),
  );
  return crossTabulate(lines, 2);
}

describe("a pattern that is proved least", () => {
  test.for(["exact", "width-2"] as const)("costs as little as the best of all patterns, at %s", async (level) => {
    const asked = {...policy, level};
    await fc.assert(
      fc.asyncProperty(smallTable, async (rows) => {
        const model = tableOf(rows);
        const unsafe = unsafeOf(model);
        fc.pre(model.cells.length - unsafe.size <= 11);
        const pattern = await protectCounts(model, unsafe, protectionOf(asked));
        expect(isProvedLeast(pattern)).toBe(true);
        expect(pattern.cost).toBeCloseTo(leastByTrying(model, pattern.freedoms, asked), 6);
      }),
      {numRuns: runs({usual: 20, long: 1000})},
    );
  });

  test("costs as little as the best of all patterns where there are two marks", async () => {
    const asked = {...policy, level: "exact", marks: "two"} as const;
    await fc.assert(
      fc.asyncProperty(smallTable, async (rows) => {
        const model = tableOf(rows);
        const unsafe = unsafeOf(model);
        fc.pre(model.cells.length - unsafe.size <= 10);
        const pattern = await protectCounts(model, unsafe, protectionOf(asked));
        expect(pattern.cost).toBeCloseTo(leastByTrying(model, pattern.freedoms, asked), 6);
      }),
      {numRuns: runs({usual: 20, long: 500})},
    );
  });

  test("costs as little as the best of all patterns in three dimensions", async () => {
    const cube = fc.array(fc.constantFrom(0, 1, 2, 9, 20), {minLength: 8, maxLength: 8});
    await fc.assert(
      fc.asyncProperty(cube, async (counts) => {
        const lines = counts.map((count, at) => ({
          categories: [`a${String(at >> 2)}`, `b${String((at >> 1) & 1)}`, `c${String(at & 1)}`],
          count,
        }));
        const model = crossTabulate(lines, 3);
        const unsafe = unsafeOf(model);
        const free = model.cells.filter(({count}) => count > 4).length;
        fc.pre(free <= 11 && unsafe.size > 0);
        const pattern = await protectCounts(model, unsafe, protectionOf(policy));
        if (isProvedLeast(pattern)) {
          expect(pattern.cost).toBeCloseTo(leastByTrying(model, pattern.freedoms, policy), 6);
        }
      }),
      {numRuns: runs({usual: 4, long: 100})},
    );
  });
});

test("a bound is never above the cost, and the effort changes no bound into a lie", async () => {
  const model = tableOf([
    [1, 12, 7],
    [9, 2, 30],
    [5, 8, 3],
  ]);
  const unsafe = unsafeOf(model);
  const greedy = await protectCounts(model, unsafe, {...protectionOf(policy), effort: noEffort});
  const improved = await protectCounts(model, unsafe, {...protectionOf(policy), effort: greatEffort});
  expect(greedy.bound).toBeLessThanOrEqual(improved.cost + 1e-6);
  expect(improved.cost).toBeLessThanOrEqual(greedy.cost + 1e-6);
  expect(isProvedLeast(improved)).toBe(true);
});

test("cells that may not be withheld stay printed in the least pattern too", async () => {
  const model = tableOf([
    [2, 20, 30],
    [40, 50, 60],
    [70, 80, 90],
  ]);
  const first = await protectCounts(model, unsafeOf(model), protectionOf(policy));
  const [further] = [...first.withheld].filter((cell) => (model.cells[cell]?.count ?? 0) > 4);
  const kept = {...model, cells: model.cells.map((cell, at) => (at === further ? {...cell, fixed: true} : cell))};
  const second = await protectCounts(kept, unsafeOf(kept), protectionOf(policy));
  expect(second.withheld).not.toContain(further);
  expect(isProvedLeast(second)).toBe(true);
});
