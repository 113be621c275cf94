import {cellKey} from "../../publication/index.ts";
import type {DiscloseInput, Disclosure, JudgedCell} from "./disclosure.ts";

/**
 * Brings the cells of all figures, tables, sentences and claims together, each once, however many of them show it:
 * the same cell then has the same fate everywhere.
 */
export function gatherCells({asked, links, tabulation, policy, withheldByChoice}: DiscloseInput): Disclosure {
  const cells = new Map<string, JudgedCell>();
  for (const key of asked.map(cellKey)) {
    const counted = tabulation.get(key);
    if (counted === undefined) throw new Error(`${key} was not counted`);
    cells.set(key, {counted});
  }
  const counts = new Map<string, number>();
  for (const [key, {address, count}] of tabulation) if (address.measure === "count") counts.set(key, count);
  return {policy, withheldByChoice, cells, links, counts, protection: new Map()};
}
