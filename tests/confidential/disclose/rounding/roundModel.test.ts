import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {roundModel} from "../../../../src/confidential/disclose/rounding/roundModel.ts";
import type {CountModel} from "../../../../src/confidential/disclose/search/countModel.ts";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import {runs} from "../../../invariants/runs.ts";
import {tableOf} from "./tableOf.ts";

const seed = 20100528;

async function roundedCounts(model: CountModel, base: number): Promise<ReadonlyMap<string, number>> {
  const {values} = await roundModel(model, base);
  return new Map([...values].map(([cell, value]) => [model.cells[cell]!.key, value]));
}

const alone = (count: number): CountModel => ({cells: [{key: "a", count, shown: true, level: 0}], equations: []});

test.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [5, 5],
  [12, 10],
])("a count of %i that nothing ties becomes %i", async (count, rounded) => {
  expect((await roundModel(alone(count), 5)).values.get(0)).toBe(rounded);
});

test("one of three small counts is rounded up so that they add up to their total", async () => {
  const {values, within} = await roundModel(tableOf([3], [2, 2, 2]), 5);
  expect([...values.values()].toSorted()).toEqual([0, 0, 5, 5]);
  expect(within).toBe(4);
});

test("counts that no table shows may be anything that keeps the sums, and are not rounded", async () => {
  const {cells, equations} = tableOf([2], [6, 7]);
  const hidden = cells.map((cell) => (cell.categories[0] === "1" ? {...cell, shown: false} : cell));
  const {values} = await roundModel({cells: hidden, equations}, 5);
  expect([...values.values()].toSorted((a, b) => a - b)).toEqual([5, 15]);
});

test("a part of a group is never rounded above the group, though nothing shows the rest of it", async () => {
  const {cells, equations} = tableOf([2], [8, 3]);
  const hidden = cells.map((cell) => (cell.categories[0] === "1" ? {...cell, shown: false} : cell));
  const {values} = await roundModel({cells: hidden, equations}, 10);
  expect(values.get(2)).toBeGreaterThanOrEqual(values.get(0)!);
});

test("where no adjacent multiples add up, some counts go one multiple further, and that is said", async () => {
  const table = tableOf([2, 2, 2, 2], [1, 0, 0, 4, 2, 0, 2, 2, 2, 3, 2, 0, 0, 0, 2, 4]);
  const {values, within, unrounded} = await roundModel(table, 3);
  const farthest = Math.max(...[...values].map(([cell, value]) => Math.abs(value - table.cells[cell]!.count)));
  expect({within, unrounded, isBeyond: farthest >= 3, isWithin: farthest <= within}).toEqual({
    within: 5,
    unrounded: [],
    isBeyond: true,
    isWithin: true,
  });
});

test("a model whose totals are not its sums is refused", async () => {
  const model = {cells: [...alone(3).cells, ...alone(4).cells], equations: [{total: 0, parts: [1]}]};
  await expect(roundModel(model, 5)).rejects.toThrow(RangeError);
});

describe("random tables", () => {
  const counts = (cells: number) => fc.array(fc.nat({max: 30}), {minLength: cells, maxLength: cells});
  const table = fc
    .constantFrom([4, 3], [6, 5], [3, 3, 2])
    .chain((sizes) => counts(sizes.reduce((product, size) => product * size, 1)).map((all) => tableOf(sizes, all)));
  const model = fc.record({table, base: fc.constantFrom(3, 5, 10)});

  test("have multiples of the base that add up, next to the counts, and keep what are multiples already", async () => {
    await fc.assert(
      fc.asyncProperty(model, async ({table: {cells, equations}, base}) => {
        const {values, within} = await roundModel({cells, equations}, base);
        const value = (cell: number): number => values.get(cell) ?? NaN;
        expect(equations.every(({total, parts}) => sum(parts.map(value)) === value(total))).toBe(true);
        expect(cells.every(({count}, cell) => Math.abs(value(cell) - count) <= within)).toBe(true);
        expect([...values.values()].every((one) => one % base === 0 && one >= 0)).toBe(true);
        const kept = cells.filter(({count}, cell) => count % base === 0 && value(cell) !== count);
        expect(within === base - 1 ? kept : []).toEqual([]);
      }),
      {seed, numRuns: runs({usual: 25, long: 1000})},
    );
  });

  test("are rounded alike however their cells and sums are ordered, and however often", async () => {
    await fc.assert(
      fc.asyncProperty(model, async ({table: {cells, equations}, base}) => {
        const last = cells.length - 1;
        const turned = {
          cells: cells.toReversed(),
          equations: equations
            .map(({total, parts}) => ({total: last - total, parts: parts.map((part) => last - part).toReversed()}))
            .toReversed(),
        };
        const once = await roundedCounts({cells, equations}, base);
        const again = await roundedCounts(turned, base);
        expect([...again].toSorted()).toEqual([...once].toSorted());
      }),
      {seed, numRuns: runs({usual: 12, long: 300})},
    );
  });

  test("that are shown twice are rounded once", async () => {
    const lines = [3, 4, 8, 1].map((count, at) => ({categories: [String(at % 2), String(at >> 1)], count}));
    const {cells, equations} = crossTabulate(lines, 2);
    const once = await roundedCounts({cells, equations}, 5);
    expect(await roundedCounts({cells, equations: [...equations, ...equations]}, 5)).toEqual(once);
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
