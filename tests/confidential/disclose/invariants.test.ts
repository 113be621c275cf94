import fc from "fast-check";
import {expect, test} from "vitest";
import {cellKey, usualPolicy, type CellAddress} from "../../../src/publication/index.ts";
import {disclose} from "../../../src/confidential/disclose/disclose.ts";
import {wilsonInterval} from "../../../src/release/index.ts";
import type {Sum} from "../../../src/confidential/disclose/link/links.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";
import type {ReleaseContent} from "../../../src/release/index.ts";
import {inputOf} from "./inputOf.ts";

function tableOf(counts: readonly number[]): readonly CountedCell[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const at = (index: number): CellAddress => ({measure: "count", population: "p", at: {area: `a${String(index)}`}});
  const share = (index: number): CellAddress => ({
    measure: "share",
    population: "p",
    at: {area: `a${String(index)}`},
    base: {},
  });
  return [
    {address: {measure: "count", population: "p", at: {}}, count: total},
    ...counts.map((count, index) => ({address: at(index), count})),
    ...counts.map((count, index) => ({address: share(index), count, of: total})),
  ];
}

/** The counts add up to their total, as a reader knows. */
function sumsOf([total, ...cells]: readonly CountedCell[]): readonly Sum[] {
  const parts = cells.filter(({address}) => address.measure === "count").map(({address}) => cellKey(address));
  return total === undefined ? [] : [{total: cellKey(total.address), parts}];
}

async function released(table: readonly number[], cells = tableOf(table)): Promise<ReleaseContent["cells"]> {
  return (await disclose(inputOf(cells, usualPolicy, sumsOf(tableOf(table))))).cells;
}

const counts = fc.array(fc.integer({min: 0, max: 12}), {minLength: 2, maxLength: 12});

test("no released cell carries a count from 1 to 4, in its value or beside it", async () => {
  await fc.assert(
    fc.asyncProperty(counts, async (table) => {
      const cells = await released(table);
      const printed = cells.flatMap(({address, cell}) =>
        cell.status === "published" ? [address.measure === "count" ? cell.value : cell.count, cell.of] : [],
      );
      expect(printed.filter((count) => count !== undefined && count >= 1 && count <= 4)).toEqual([]);
    }),
  );
});

test("the order of the cells does not change any fate", async () => {
  const sorted = (cells: ReleaseContent["cells"]): unknown[] =>
    cells.toSorted((a, b) => (cellKey(a.address) < cellKey(b.address) ? -1 : 1));
  await fc.assert(
    fc.asyncProperty(counts, async (table) => {
      const reversed = await released(table, tableOf(table).toReversed());
      expect(sorted(reversed)).toEqual(sorted(await released(table)));
    }),
  );
});

test("a Wilson interval holds the share that it is of and stays between 0 and 1", () => {
  const proportion = fc
    .integer({min: 1, max: 10000})
    .chain((of) => fc.tuple(fc.integer({min: 0, max: of}), fc.constant(of)));
  fc.assert(
    fc.property(proportion, ([count, of]) => {
      const {lower, upper} = wilsonInterval(count, of);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower - 1e-12).toBeLessThanOrEqual(count / of);
      expect(upper + 1e-12).toBeGreaterThanOrEqual(count / of);
    }),
  );
});
