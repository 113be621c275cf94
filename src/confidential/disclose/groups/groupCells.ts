import {cellKey, type Coordinates, type Population} from "../../../publication/index.ts";
import type {LinkedCell} from "../link/links.ts";
import {GroupMap} from "./GroupMap.ts";

/** Says of every cell which groups it narrows. Faults are no people, and make no groups. */
export function groupCells(cells: readonly LinkedCell[], population: Population): readonly LinkedCell[] {
  if (population.unit === "faults") return cells;
  const named = new Set(cells.flatMap(({address}) => Object.keys(address?.at ?? {})));
  const known = new Set(cells.map(({key}) => key));
  const map = new GroupMap(population, named);
  const keysOf = (groups: readonly Coordinates[]): readonly string[] =>
    groups.map((at) => cellKey({measure: "count", population: population.name, at})).filter((key) => known.has(key));
  return cells.map((cell) => {
    if (cell.address === undefined) return cell;
    const {totals, wider} = map.around(cell.address.at);
    return {...cell, totals: keysOf(totals), wider: keysOf(wider)};
  });
}
