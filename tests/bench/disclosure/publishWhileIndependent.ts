import {circulationOf} from "../../../src/confidential/disclose/search/circulation.ts";
import type {CountModel} from "../../../src/confidential/disclose/search/countModel.ts";
import {withholdByBridges} from "./withholdByBridges.ts";
import {withholdByElimination} from "./withholdByElimination.ts";

/**
 * What GaussSuppression's method withholds, where R is not at hand: counts are published one after the other, zeros
 * first and then the largest first, each unless an unsafe count would then follow from the published ones by adding and
 * subtracting. Neither bounds nor whole numbers are thought of, and its provisions for counts of one are left out: they
 * withhold more. Ties go by key. Everything withheld, the unsafe counts included.
 *
 * Source: Langsrud Ø, 2024, Secondary cell suppression by Gaussian elimination, doi:10.1007/978-3-031-69651-0_6.
 */
export function publishWhileIndependent(model: CountModel, unsafe: ReadonlySet<number>): ReadonlySet<number> {
  const order = orderOf(model, unsafe);
  const circulation = circulationOf(model);
  const further =
    circulation === undefined
      ? withholdByElimination(model, {unsafe, order})
      : withholdByBridges(circulation, {unsafe, order});
  return new Set([...unsafe, ...further]);
}

/** The cells that may be published, in the order in which that is tried. */
export interface Publishing {
  readonly unsafe: ReadonlySet<number>;
  readonly order: readonly number[];
}

function orderOf({cells}: CountModel, unsafe: ReadonlySet<number>): readonly number[] {
  const rank = (cell: number): number => {
    const count = cells[cell]?.count ?? 0;
    return count === 0 ? -Infinity : -count;
  };
  const keyOf = (cell: number): string => cells[cell]?.key ?? "";
  return [...cells.keys()]
    .filter((cell) => cells[cell]?.shown === true && !unsafe.has(cell))
    .toSorted((a, b) => (rank(a) === rank(b) ? (keyOf(a) < keyOf(b) ? -1 : 1) : rank(a) - rank(b)));
}
