import type {Circulation} from "./circulation.ts";

/** One cell of a path with the direction in which it changes. */
export interface PathStep {
  readonly cell: number;
  readonly change: 1 | -1;
}

/** Whether a cell may change by one in a direction. */
export type MayChange = (cell: number, change: 1 | -1) => boolean;

/** The price of changing a cell by one, `Infinity` where it may not change that way. */
export type Price = (cell: number, change: 1 | -1) => number;

/** Cells that touch each node. */
export type Incidence = readonly Iterable<number>[];

export interface Ends {
  readonly from: number;
  readonly to: number;
}

/** What the search for a way found: the shortest, in cells, or no more than the nodes that can be reached (1 for these). */
export interface PathFound {
  readonly path?: readonly PathStep[];
  readonly seen: Uint8Array;
}

/** Any shortest way from a node to another, in cells, and how far one comes where there is none. */
export function shortestPath(
  circulation: Circulation,
  ends: Ends,
  search: {readonly incidence: Incidence; readonly mayChange: MayChange},
): PathFound {
  const arrival: (PathStep | undefined)[] = new Array<PathStep | undefined>(circulation.nodes);
  const seen = new Uint8Array(circulation.nodes);
  seen[ends.from] = 1;
  const queue = [ends.from];
  // The queue grows while it is walked: an array's iterator reaches what is appended.
  for (const node of queue) {
    for (const cell of search.incidence[node] ?? []) {
      const [change, next] = across(circulation, node, cell);
      if (seen[next] === 1 || !search.mayChange(cell, change)) continue;
      seen[next] = 1;
      arrival[next] = {cell, change};
      if (next === ends.to) return {path: walkBack(circulation, ends, arrival), seen};
      queue.push(next);
    }
  }
  return {seen};
}

/**
 * The cheapest way for one unit from a node to another (Dijkstra's algorithm), or undefined where there is none. Ties
 * go to the node with the lower number, so that the answer is always the same.
 */
export function cheapestPath(
  circulation: Circulation,
  ends: Ends,
  search: {readonly incidence: Incidence; readonly price: Price},
): readonly PathStep[] | undefined {
  const distance = new Float64Array(circulation.nodes).fill(Infinity);
  const arrival: (PathStep | undefined)[] = new Array<PathStep | undefined>(circulation.nodes);
  const done = new Uint8Array(circulation.nodes);
  distance[ends.from] = 0;
  for (let node = ends.from; node !== ends.to;) {
    done[node] = 1;
    for (const cell of search.incidence[node] ?? []) {
      const [change, next] = across(circulation, node, cell);
      const reach = (distance[node] ?? 0) + search.price(cell, change);
      if (done[next] === 0 && reach < (distance[next] ?? 0)) {
        distance[next] = reach;
        arrival[next] = {cell, change};
      }
    }
    node = nearestOpen(distance, done);
    if (node < 0) return undefined;
  }
  return walkBack(circulation, ends, arrival);
}

/** Which way a cell changes when it is crossed from a node, and the node beyond. */
function across({tail, head}: Circulation, node: number, cell: number): [1 | -1, number] {
  return tail[cell] === node ? [1, head[cell] ?? 0] : [-1, tail[cell] ?? 0];
}

function nearestOpen(distance: Float64Array, done: Uint8Array): number {
  let nearest = -1;
  let least = Infinity;
  for (let node = 0; node < distance.length; node++) {
    if (done[node] === 0 && (distance[node] ?? Infinity) < least) {
      least = distance[node] ?? Infinity;
      nearest = node;
    }
  }
  return nearest;
}

function walkBack(
  {tail, head}: Circulation,
  ends: Ends,
  arrival: readonly (PathStep | undefined)[],
): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (let node = ends.to; node !== ends.from;) {
    const step = arrival[node];
    if (step === undefined) break;
    steps.push(step);
    node = (step.change === 1 ? tail[step.cell] : head[step.cell]) ?? 0;
  }
  return steps.reverse();
}
