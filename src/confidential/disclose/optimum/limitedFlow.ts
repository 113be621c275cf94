import type {Circulation} from "../search/circulation.ts";
import {shortestPath, type Ends} from "../search/residualPath.ts";

/** Cells as arcs with what each can take in either direction. */
export interface Arcs extends Circulation {
  /** The cells at each node that can take anything. */
  readonly incidence: readonly (readonly number[])[];
  readonly capacity: (cell: number, change: 1 | -1) => number;
}

/** What a flow below this is taken for: nothing. */
const nothing = 1e-9;

/**
 * As much flow from a node to another as there can be, up to a limit; where it stays below the limit, also the side of
 * the smallest cut that the source lies on (1 for its nodes). By shortest ways (Edmonds and Karp, 1972), in fractions.
 */
export function limitedFlow(arcs: Arcs, ends: Ends, limit: number): {units: number; side?: Uint8Array} {
  const flow = new Map<number, number>();
  const left = (cell: number, change: 1 | -1): number => arcs.capacity(cell, change) - change * (flow.get(cell) ?? 0);
  const mayChange = (cell: number, change: 1 | -1): boolean => left(cell, change) > nothing;
  let units = 0;
  while (units < limit - nothing) {
    const {path, seen} = shortestPath(arcs, ends, {incidence: arcs.incidence, mayChange});
    if (path === undefined) return {units, side: seen};
    const more = path.reduce((least, {cell, change}) => Math.min(least, left(cell, change)), limit - units);
    for (const {cell, change} of path) flow.set(cell, (flow.get(cell) ?? 0) + change * more);
    units += more;
  }
  return {units: limit};
}
