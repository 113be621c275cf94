import type {Circulation} from "../search/circulation.ts";

/** Cells as arcs with what each can take in either direction. */
export interface Arcs extends Circulation {
  /** The cells at each node that can take anything. */
  readonly incidence: readonly (readonly number[])[];
  readonly capacity: (cell: number, change: 1 | -1) => number;
}

/** What a flow below this is taken for: nothing. */
const nothing = 1e-9;

/** A way through the arcs that can take more. */
interface Way {
  readonly cells: readonly {readonly cell: number; readonly change: 1 | -1}[];
}

/**
 * As much flow from a node to another as there can be, up to a limit; where it stays below the limit, also the side of
 * the smallest cut that the source lies on (1 for its nodes). By shortest ways (Edmonds and Karp, 1972), in fractions.
 */
export function limitedFlow(
  arcs: Arcs,
  ends: {readonly from: number; readonly to: number},
  limit: number,
): {units: number; side?: Uint8Array} {
  const flow = new Map<number, number>();
  const left = (cell: number, change: 1 | -1): number => arcs.capacity(cell, change) - change * (flow.get(cell) ?? 0);
  let units = 0;
  while (units < limit - nothing) {
    const found = findWay(arcs, ends, left);
    if (found.way === undefined) return {units, side: found.seen};
    const {cells} = found.way;
    const more = cells.reduce((least, {cell, change}) => Math.min(least, left(cell, change)), limit - units);
    for (const {cell, change} of cells) flow.set(cell, (flow.get(cell) ?? 0) + change * more);
    units += more;
  }
  return {units: limit};
}

function findWay(
  {nodes, tail, head, incidence}: Arcs,
  {from, to}: {readonly from: number; readonly to: number},
  left: (cell: number, change: 1 | -1) => number,
): {way?: Way; seen: Uint8Array} {
  const seen = new Uint8Array(nodes);
  const arrival = new Int32Array(nodes).fill(-1);
  seen[from] = 1;
  const queue = [from];
  // The queue grows while it is walked: an array's iterator reaches what is appended.
  for (const node of queue) {
    for (const cell of incidence[node] ?? []) {
      const change = tail[cell] === node ? 1 : -1;
      const next = (change === 1 ? head[cell] : tail[cell]) ?? 0;
      if (seen[next] === 1 || left(cell, change) <= nothing) continue;
      seen[next] = 1;
      arrival[next] = cell;
      if (next === to) return {way: {cells: walkBack({tail, head}, {from, to}, arrival)}, seen};
      queue.push(next);
    }
  }
  return {seen};
}

function walkBack(
  {tail, head}: Pick<Circulation, "tail" | "head">,
  {from, to}: {readonly from: number; readonly to: number},
  arrival: Int32Array,
): Way["cells"] {
  const cells: {cell: number; change: 1 | -1}[] = [];
  for (let node = to; node !== from;) {
    const cell = arrival[node] ?? -1;
    const change = head[cell] === node ? 1 : -1;
    cells.push({cell, change});
    node = (change === 1 ? tail[cell] : head[cell]) ?? from;
  }
  return cells;
}
