import {cellKey, type Policy} from "../../../src/publication/index.ts";
import type {DiscloseInput} from "../../../src/confidential/disclose/disclosure.ts";
import type {Sum} from "../../../src/confidential/disclose/link/links.ts";
import type {CountedCell} from "../../../src/confidential/tabulate/tabulation.ts";

/** What the disclose stage takes, for counted cells that are tied by no more than the sums given. */
export function inputOf(cells: readonly CountedCell[], policy: Policy, sums: readonly Sum[] = []): DiscloseInput {
  const tabulation = new Map(cells.map((cell) => [cellKey(cell.address), cell]));
  const linked = cells
    .filter(({address}) => address.measure === "count")
    .map(({address}) => ({
      key: cellKey(address),
      address,
      shown: true,
      level: sums.some(({total}) => total === cellKey(address)) ? 1 : 0,
    }));
  return {
    asked: cells.map(({address}) => address),
    links: {cells: new Map(linked.map((cell) => [cell.key, cell])), sums},
    tabulation,
    policy,
    withheldByChoice: new Set(),
  };
}
