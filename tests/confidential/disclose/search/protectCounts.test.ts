import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {circulationOf} from "../../../../src/confidential/disclose/search/circulation.ts";
import {NetworkDefence} from "../../../../src/confidential/disclose/search/NetworkDefence.ts";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import type {CountModel} from "../../../../src/confidential/disclose/search/countModel.ts";
import {LinearDefence} from "../../../../src/confidential/disclose/search/LinearDefence.ts";
import {protectCounts} from "../../../../src/confidential/disclose/search/protectCounts.ts";
import {protectionOf} from "../../../../src/confidential/disclose/search/protectionOf.ts";
import {protectModel, unitsOf} from "../../../../src/confidential/disclose/search/protectModel.ts";
import {loadSolver} from "../../../../src/solver/index.ts";
import {possibleValues} from "./enumerate.ts";

const protection = protectionOf({threshold: 5, zeros: "shown", level: "width-2", marks: "one"});

function table(counts: readonly (readonly number[])[]) {
  const lines = counts.flatMap((row, i) => row.map((count, j) => ({categories: [`r${i}`, `c${j}`], count})));
  return crossTabulate(lines, 2);
}

function unsafeOf(model: CountModel): ReadonlySet<number> {
  return new Set(
    model.cells.keys().filter((cell) => (model.cells[cell]?.count ?? 0) >= 1 && (model.cells[cell]?.count ?? 0) <= 4),
  );
}

const smallTable = fc.integer({min: 2, max: 4}).chain((columns) =>
  fc.array(fc.array(fc.integer({min: 0, max: 8}), {minLength: columns, maxLength: columns}), {
    minLength: 2,
    maxLength: 3,
  }),
);

/** Every equation holds after a move, and no withheld count falls below what a reader assumes. */
function expectPossible(model: CountModel, withheld: ReadonlySet<number>, move: ReadonlyMap<number, number>): void {
  const moved = (cell: number): number => (model.cells[cell]?.count ?? 0) + (move.get(cell) ?? 0);
  for (const {total, parts} of model.equations) {
    expect(parts.reduce((sum, part) => sum + moved(part), 0)).toBe(moved(total));
  }
  for (const cell of move.keys()) {
    expect(withheld.has(cell)).toBe(true);
    expect(moved(cell)).toBeGreaterThanOrEqual(1);
  }
}

describe("a lone small count", () => {
  test("is joined by cells in its row and its column", async () => {
    const model = table([
      [3, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
    ]);
    const {withheld, unprotected} = await protectCounts(model, unsafeOf(model), protection);
    expect(unprotected).toEqual([]);
    expect(withheld.size).toBe(4);
  });

  test("leaves the totals published where inner cells serve", async () => {
    const model = table([
      [3, 20, 30],
      [40, 50, 60],
    ]);
    const {withheld} = await protectCounts(model, unsafeOf(model), protection);
    expect([...withheld].filter((cell) => (model.cells[cell]?.level ?? 0) > 0)).toEqual([]);
  });
});

describe("counts that give each other away", () => {
  test("two withheld cells that share 2 are 1 and 1: a third is withheld", async () => {
    const model = table([
      [1, 1, 177],
      [30, 40, 50],
    ]);
    const {withheld, freedoms} = await protectCounts(model, unsafeOf(model), protection);
    expect(withheld.size).toBeGreaterThan(2);
    for (const freedom of freedoms.values()) expect(unitsOf(freedom)).toBeGreaterThanOrEqual(2);
  });

  test("a table of one row cannot hide a lone small count behind zeros", async () => {
    const model = crossTabulate(
      [
        {categories: ["a"], count: 3},
        {categories: ["b"], count: 0},
      ],
      1,
    );
    const {unprotected, withheld} = await protectCounts(model, unsafeOf(model), protection);
    expect(withheld.size + unprotected.length).toBeGreaterThan(0);
  });
});

test("what is found free can be shown by whole tables that keep every sum", async () => {
  await fc.assert(
    fc.asyncProperty(smallTable, async (counts) => {
      const model = table(counts);
      const {withheld, freedoms} = await protectCounts(model, unsafeOf(model), protection);
      for (const {moves} of freedoms.values()) for (const move of moves) expectPossible(model, withheld, move);
    }),
    {numRuns: 200},
  );
});

test("on small tables every protected count has three possible values by enumeration", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({min: 0, max: 6}), {minLength: 2, maxLength: 2}), {minLength: 2, maxLength: 3}),
      async (counts) => {
        const model = table(counts);
        const {withheld, freedoms} = await protectCounts(model, unsafeOf(model), protection);
        fc.pre(withheld.size <= 5);
        for (const [cell, freedom] of freedoms) {
          const most = Math.max(...model.cells.map(({count}) => count)) + 3;
          const values = possibleValues(model, withheld, {cell, most, smallest: 1});
          expect(values.size).toBeGreaterThanOrEqual(Math.min(3, 1 + unitsOf(freedom)));
        }
      },
    ),
    {numRuns: 30},
  );
});

test("flows and linear programs agree on how free a count is", async () => {
  const solver = await loadSolver();
  await fc.assert(
    fc.asyncProperty(smallTable, async (counts) => {
      const model = table(counts);
      const unsafe = unsafeOf(model);
      const byFlows = await protectCounts(model, unsafe, protection);
      using defence = new LinearDefence(solver, model, protection);
      const byPrograms = await protectModel(model, [...unsafe], {defence, protection});
      expect(byPrograms.unprotected.length).toBe(byFlows.unprotected.length);
      for (const [cell, freedom] of byFlows.freedoms) {
        expect(Math.min(2, unitsOf(byPrograms.freedoms.get(cell)))).toBe(Math.min(2, unitsOf(freedom)));
      }
    }),
    {numRuns: 60},
  );
});

/** How free each protected count is when only these cells are withheld, by flows. */
function freedomsUnder(
  model: CountModel,
  withheld: Iterable<number>,
  protectedCells: Iterable<number>,
): readonly number[] {
  const circulation = circulationOf(model);
  if (circulation === undefined) throw new Error("a two-way table is a circulation");
  const defence = new NetworkDefence(model, circulation, protection);
  for (const cell of withheld) defence.withhold(cell);
  return [...protectedCells].map((cell) => unitsOf(defence.freedom(cell)));
}

test("no further cell can be published again without narrowing an unsafe count", async () => {
  await fc.assert(
    fc.asyncProperty(smallTable, async (counts) => {
      const model = table(counts);
      const unsafe = unsafeOf(model);
      const {withheld, freedoms} = await protectCounts(model, unsafe, protection);
      const reached = freedomsUnder(model, withheld, freedoms.keys());
      for (const further of [...withheld].filter((cell) => !unsafe.has(cell))) {
        const without = [...withheld].filter((cell) => cell !== further);
        const left = freedomsUnder(model, without, freedoms.keys());
        expect(left.some((units, index) => units < (reached[index] ?? 0))).toBe(true);
      }
    }),
    {numRuns: 150},
  );
});

test("the order of rows and columns does not change what is withheld", async () => {
  await fc.assert(
    fc.asyncProperty(smallTable, async (counts) => {
      const lines = counts.flatMap((row, i) => row.map((count, j) => ({categories: [`r${i}`, `c${j}`], count})));
      const keysOf = async (ordered: typeof lines): Promise<readonly string[]> => {
        const model = crossTabulate(ordered, 2);
        const {withheld} = await protectCounts(model, unsafeOf(model), protection);
        return [...withheld].map((cell) => model.cells[cell]?.key ?? "").sort();
      };
      expect(await keysOf(lines.toReversed())).toEqual(await keysOf(lines));
    }),
    {numRuns: 50},
  );
});

test("a three-way table is protected too", async () => {
  const lines = [0, 1, 2].flatMap((i) =>
    [0, 1].flatMap((j) =>
      [0, 1].map((k) => ({
        categories: [`a${i}`, `b${j}`, `c${k}`],
        count: i + j + k === 0 ? 2 : 10 + 7 * i + 5 * j + k,
      })),
    ),
  );
  const model = crossTabulate(lines, 3);
  const {unprotected, freedoms, withheld} = await protectCounts(model, unsafeOf(model), protection);
  expect(unprotected).toEqual([]);
  for (const {moves} of freedoms.values()) for (const move of moves) expectPossible(model, withheld, move);
});

test("a total that is not the sum of its parts is refused", async () => {
  const model: CountModel = {
    cells: [
      {key: "all", count: 9, shown: true, level: 1},
      {key: "a", count: 3, shown: true, level: 0},
      {key: "b", count: 5, shown: true, level: 0},
    ],
    equations: [{total: 0, parts: [1, 2]}],
  };
  await expect(protectCounts(model, new Set([1]), protection)).rejects.toThrow("not the sum of its parts");
});
