import {cellKey} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {smallestUnsafe} from "../model/auditModel.ts";

/** The cells of a release that print a count which its own policy withholds: as their value, or beside it. */
export function printedUnsafe({cells, disclosure: {policy}, vocabulary}: Release): readonly string[] {
  // A rounded count is not the true one; what it may tell is judged with the others.
  if (policy.method === "round") return [];
  const least = smallestUnsafe(policy);
  const isCounted = new Set(vocabulary.populations.map(({name}) => name));
  return cells.flatMap(({address, cell}) => {
    const printed = isCounted.has(address.population) ? countsIn(address.measure, cell as Cell) : [];
    return printed.some((count) => count >= least && count < policy.threshold) ? [cellKey(address)] : [];
  });
}

function countsIn(measure: string, cell: Cell): readonly number[] {
  if (cell.status !== "published") return [];
  const {value, count, of} = cell;
  return [measure === "count" ? value : undefined, count, of].filter((one) => one !== undefined);
}
