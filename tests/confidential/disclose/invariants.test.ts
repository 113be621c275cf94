import fc from "fast-check";
import {expect, test} from "vitest";
import {cellKey, type CellAddress} from "../../../src/publication/index.ts";
import {disclose} from "../../../src/confidential/disclose/disclose.ts";
import {wilsonInterval} from "../../../src/confidential/disclose/wilsonInterval.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";

const policy = {threshold: 5, zeros: "shown", mark: "[c]", meanNeeds: 10} as const;

function tableOf(counts: readonly number[]): Map<string, CountedCell> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const at = (index: number): CellAddress => ({measure: "count", population: "p", at: {area: `a${String(index)}`}});
  const share = (index: number): CellAddress => ({measure: "share", population: "p", at: {area: `a${String(index)}`}, base: {}});
  const cells: CountedCell[] = [
    {address: {measure: "count", population: "p", at: {}}, count: total},
    ...counts.map((count, index) => ({address: at(index), count})),
    ...counts.map((count, index) => ({address: share(index), count, of: total})),
  ];
  return new Map(cells.map((cell) => [cellKey(cell.address), cell]));
}

const counts = fc.array(fc.integer({min: 0, max: 12}), {minLength: 1, maxLength: 12});

test("no released cell carries a count from 1 to 4, in its value or beside it", () => {
  fc.assert(
    fc.property(counts, (table) => {
      const {cells} = disclose({tabulation: tableOf(table), policy});
      const printed = cells.flatMap(({address, cell}) =>
        cell.status === "published" ? [address.measure === "count" ? cell.value : cell.count, cell.of] : [],
      );
      expect(printed.filter((count) => count !== undefined && count >= 1 && count <= 4)).toEqual([]);
    }),
  );
});

test("the order of the cells does not change any fate", () => {
  fc.assert(
    fc.property(counts, (table) => {
      const tabulation = tableOf(table);
      const key = (entry: {address: CellAddress}): string => cellKey(entry.address);
      const sorted = (map: Map<string, CountedCell>): unknown[] =>
        [...disclose({tabulation: map, policy}).cells].sort((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(sorted(new Map([...tabulation].reverse()))).toEqual(sorted(tabulation));
    }),
  );
});

test("a Wilson interval holds the share that it is of and stays between 0 and 1", () => {
  const proportion = fc.integer({min: 1, max: 10000}).chain((of) => fc.tuple(fc.integer({min: 0, max: of}), fc.constant(of)));
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
