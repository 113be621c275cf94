import {
  cellKey,
  type CellAddress,
  type Category,
  type Coordinates,
  type Population,
} from "../../../publication/index.ts";
import type {LinkedCell, Sum} from "./links.ts";

/**
 * Sums of finer categories into coarser ones: areas into the region, offences into their groups. Only where both
 * stand in the tables.
 */
export function rollUp(cells: readonly LinkedCell[], {variables}: Population): readonly Sum[] {
  const known = new Set(cells.map(({key}) => key));
  const sums: Sum[] = [];
  for (const {name, categories} of variables) {
    for (const coarser of coarserThan(categories)) {
      for (const {address} of cells) {
        const sum = address && sumInto(address, {finer: name, coarser, categories});
        if (sum?.parts.every((part) => known.has(part)) === true) sums.push(sum);
      }
    }
  }
  return sums;
}

function coarserThan(categories: readonly Category[]): readonly string[] {
  return [...new Set(categories.flatMap(({within}) => Object.keys(within ?? {})))];
}

interface Grouping {
  readonly finer: string;
  readonly coarser: string;
  readonly categories: readonly Category[];
}

/** The sum of a cell that names a coarse category and not the finer variable. */
function sumInto(address: CellAddress, {finer, coarser, categories}: Grouping): Sum | undefined {
  const group = address.at[coarser];
  if (group === undefined || address.at[finer] !== undefined) return undefined;
  const rest = Object.fromEntries(Object.entries(address.at).filter(([variable]) => variable !== coarser));
  const parts = categories.filter(({within}) => within?.[coarser] === group).map(({name}) => name);
  if (parts.length === 0) return undefined;
  const place = (part: string): Coordinates => ({...rest, [finer]: part});
  return {
    total: cellKey(address),
    parts: parts.map((part) => cellKey({measure: "count", population: address.population, at: place(part)})),
  };
}
