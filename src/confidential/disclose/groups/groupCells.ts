import {cellKey, type Coordinates, type Population} from "../../../publication/index.ts";
import type {LinkedCell} from "../link/links.ts";
import {GroupMap} from "./GroupMap.ts";

/** Says of every cell which groups it narrows. Faults are no people, and make no groups. */
export function groupCells(cells: readonly LinkedCell[], population: Population): readonly LinkedCell[] {
  if (population.unit === "faults") return cells;
  const named = new Set(cells.flatMap(({address}) => Object.keys(address?.at ?? {})));
  const known = new Set(cells.map(({key}) => key));
  const map = new GroupMap(population, named);
  const keyOf = (at: Coordinates): string => cellKey({measure: "count", population: population.name, at});
  const isAsked = (at: Coordinates): boolean => known.has(keyOf(at));
  return cells.map((cell) => {
    if (cell.address === undefined) return cell;
    const {totals, wider} = map.around(cell.address.at, isAsked);
    return {...cell, totals: totals.map(keyOf), wider: wider.map(keyOf)};
  });
}
