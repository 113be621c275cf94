/** A group of columns whose joint table a move of people may change, and where it hangs. */
export interface Clique {
  readonly columns: readonly number[];
  /** The cliques beside it in the tree, with the columns that they share. */
  readonly beside: readonly {readonly clique: number; readonly shared: readonly number[]}[];
}

/**
 * The columns of a source, put together so that tables of the groups always glue to whole records: every set of columns
 * that a statement looks at lies in one group, and the groups form a tree in which those that hold a column hang together.
 * Tables over the groups that agree on what neighbours share are then tables of real people (Lauritzen 1996, chapter 2).
 */
export class Scheme {
  readonly cliques: readonly Clique[];

  /** `sizes`: how many values each column has; `edges`: the sets of columns that statements look at together. */
  constructor(sizes: readonly number[], edges: readonly (readonly number[])[]) {
    this.cliques = joinCliques(maximal(triangulate(sizes, edges)));
  }

  /** A clique that holds all of some columns. */
  holding(columns: readonly number[]): number | undefined {
    const at = this.cliques.findIndex((clique) => columns.every((column) => clique.columns.includes(column)));
    return at < 0 ? undefined : at;
  }
}

/** Eliminates columns one by one, the one that joins the fewest combinations first; each with its neighbours is a clique. */
function triangulate(sizes: readonly number[], edges: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const neighbours = new Map(sizes.map((_, column) => [column, new Set<number>()]));
  for (const edge of edges) for (const a of edge) for (const b of edge) if (a !== b) neighbours.get(a)?.add(b);
  const cliques: (readonly number[])[] = [];
  while (neighbours.size > 0) {
    const [column, beside] = cheapest(neighbours, sizes);
    cliques.push([column, ...beside].sort((a, b) => a - b));
    for (const a of beside) {
      const own = neighbours.get(a);
      own?.delete(column);
      for (const b of beside) if (a !== b) own?.add(b);
    }
    neighbours.delete(column);
  }
  return cliques;
}

type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

function cheapest(neighbours: Neighbours, sizes: readonly number[]): readonly [number, ReadonlySet<number>] {
  let best: readonly [number, ReadonlySet<number>] = [-1, new Set()];
  let least = Infinity;
  for (const [column, beside] of neighbours) {
    const cost = fillOf(beside, neighbours) * 1e6 + logSize([column, ...beside], sizes);
    if (cost < least) [best, least] = [[column, beside], cost];
  }
  return best;
}

/** Pairs of neighbours that an elimination would join anew. */
function fillOf(beside: ReadonlySet<number>, neighbours: Neighbours): number {
  let fill = 0;
  for (const a of beside) for (const b of beside) if (a < b && neighbours.get(a)?.has(b) !== true) fill += 1;
  return fill;
}

function logSize(columns: readonly number[], sizes: readonly number[]): number {
  return columns.reduce((sum, column) => sum + Math.log(1 + (sizes[column] ?? 1)), 0);
}

function maximal(cliques: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const isInside = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((column) => other.includes(column));
  return cliques.filter(
    (one, at) =>
      !cliques.some(
        (other, place) => place !== at && isInside(one, other) && (one.length < other.length || place < at),
      ),
  );
}

/** A tree of greatest overlap: for the cliques of a triangulated graph neighbours then share whatever branches share. */
function joinCliques(cliques: readonly (readonly number[])[]): readonly Clique[] {
  const pairs = cliques.flatMap((one, a) =>
    cliques.slice(a + 1).map((other, b) => ({a, b: a + 1 + b, shared: one.filter((column) => other.includes(column))})),
  );
  pairs.sort((one, other) => other.shared.length - one.shared.length || one.a - other.a || one.b - other.b);
  const group = cliques.map((_, at) => at);
  const rootOf = (at: number): number => (group[at] === at ? at : rootOf(group[at] ?? at));
  const beside = cliques.map((): {clique: number; shared: readonly number[]}[] => []);
  for (const {a, b, shared} of pairs) {
    if (shared.length === 0 || rootOf(a) === rootOf(b)) continue;
    group[rootOf(a)] = rootOf(b);
    beside[a]?.push({clique: b, shared});
    beside[b]?.push({clique: a, shared});
  }
  return cliques.map((columns, at) => ({columns, beside: beside[at] ?? []}));
}
