import {cellKey, type CellAddress} from "../../measures/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {smallestUnsafe} from "../tells/smallestUnsafe.ts";
import {tellsOf} from "../tells/registry.ts";
import {canStand} from "../model/canStand.ts";

/**
 * The cells of a release that print a count which its own policy withholds: as their value, or beside it. The zero of a
 * place where nobody can stand is no such count.
 */
export function printedUnsafe({cells, disclosure: {policy}, vocabulary}: Release): readonly string[] {
  // A rounded count is not the true one; what it may tell is judged with the others.
  if (policy.method === "round") return [];
  const least = smallestUnsafe(policy);
  const populations = new Map(vocabulary.populations.map((population) => [population.name, population]));
  return cells.flatMap(({address, cell}) => {
    const population = populations.get(address.population);
    const isAboutSome = population !== undefined && canStand(population, address.at);
    const printed = isAboutSome ? countsIn(address, cell as Cell) : [];
    return printed.some((count) => count >= least && count < policy.threshold) ? [cellKey(address)] : [];
  });
}

function countsIn(address: CellAddress, cell: Cell): readonly number[] {
  if (cell.status === "unreliable") return [cell.count, cell.of];
  return cell.status === "published" ? tellsOf(address).countsIn(cell) : [];
}
