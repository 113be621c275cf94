import type {CountModel, Equation} from "./countModel.ts";

/**
 * A model as a circulation: equations are nodes, cells are arcs that carry their count from one equation to another.
 * Node 0 stands for the world beyond the equations. Plain two-way tables and hierarchies along one dimension are of
 * this kind, and questions about them need no solver (Gusfield D, 1988, SIAM J Comput 17:552–571).
 */
export interface Circulation {
  readonly nodes: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
}

interface Membership {
  readonly equation: number;
  /** 1 as a part, -1 as the total. */
  readonly sign: number;
}

/** The model as a circulation, or undefined where it is not one (three-way tables, tables linked in a ring). */
export function circulationOf({cells, equations}: CountModel): Circulation | undefined {
  const memberships = membershipsOf(cells.length, equations);
  const orientation = orient(memberships, equations.length);
  if (orientation === undefined) return undefined;
  const tail = new Int32Array(cells.length);
  const head = new Int32Array(cells.length);
  memberships.forEach((entries, cell) => {
    for (const {equation, sign} of entries) {
      const leaves = sign * (orientation[equation] ?? 1) > 0;
      (leaves ? tail : head)[cell] = equation + 1;
    }
  });
  return {nodes: equations.length + 1, tail, head};
}

function membershipsOf(cells: number, equations: readonly Equation[]): Membership[][] {
  const memberships: Membership[][] = Array.from({length: cells}, () => []);
  equations.forEach(({total, parts}, equation) => {
    memberships[total]?.push({equation, sign: -1});
    for (const part of parts) memberships[part]?.push({equation, sign: 1});
  });
  return memberships;
}

/** A sign for every equation such that each cell leaves one equation and enters the other; undefined where none is. */
function orient(memberships: readonly (readonly Membership[])[], equations: number): Int8Array | undefined {
  if (memberships.some((entries) => entries.length > 2)) return undefined;
  const neighbours = neighboursOf(memberships, equations);
  const sign = new Int8Array(equations);
  for (let start = 0; start < equations; start++) {
    if (sign[start] === 0 && !spread(start, sign, neighbours)) return undefined;
  }
  return sign;
}

/** For every equation, the equations that share a cell with it and whether their signs must agree (1) or differ (-1). */
function neighboursOf(memberships: readonly (readonly Membership[])[], equations: number): [number, number][][] {
  const neighbours: [number, number][][] = Array.from({length: equations}, () => []);
  for (const [a, b] of memberships) {
    if (a === undefined || b === undefined) continue;
    const agreement = -a.sign * b.sign;
    neighbours[a.equation]?.push([b.equation, agreement]);
    neighbours[b.equation]?.push([a.equation, agreement]);
  }
  return neighbours;
}

function spread(start: number, sign: Int8Array, neighbours: readonly (readonly [number, number][])[]): boolean {
  sign[start] = 1;
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const [other, agreement] of neighbours[node] ?? []) {
      const wanted = (sign[node] ?? 1) * agreement;
      if (sign[other] === 0) {
        sign[other] = wanted;
        open.push(other);
      } else if (sign[other] !== wanted) return false;
    }
  }
  return true;
}
