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
 * stand in the tables. Where some categories do not say where they belong, the others are part of the coarser category,
 * and what is left of it is a cell of its own.
 */
export function rollUp(
  cells: readonly LinkedCell[],
  {variables}: Population,
): {cells: readonly LinkedCell[]; sums: readonly Sum[]} {
  const known = new Set(cells.map(({key}) => key));
  const sums: Sum[] = [];
  const left: LinkedCell[] = [];
  for (const {name, kind, categories} of variables) {
    if (kind !== "category") continue;
    for (const coarser of coarserThan(categories)) {
      const isWhole = categories.every(({within}) => within?.[coarser] !== undefined);
      for (const {address} of cells) {
        const sum = address && sumInto(address, {finer: name, coarser, categories});
        if (sum?.parts.every((part) => known.has(part)) !== true) continue;
        const rest = `${sum.total} beyond ${name}`;
        if (!isWhole) left.push({key: rest, shown: false, level: 0});
        sums.push(isWhole ? sum : {total: sum.total, parts: [...sum.parts, rest]});
      }
    }
  }
  return {cells: left, sums};
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
