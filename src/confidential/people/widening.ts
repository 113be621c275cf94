import type {Scheme} from "./Scheme.ts";

/**
 * First the cliques that a wish is about; then those beside them, then all that hang together, by more than the columns
 * that nearly all hold; then all.
 */
export function* widening(
  {cliques}: Scheme,
  start: ReadonlySet<number>,
  coupled: (at: number) => ReadonlySet<number>,
): Generator<ReadonlySet<number>> {
  const nearTo = (at: number): readonly number[] => [
    ...(cliques[at]?.beside ?? [])
      .filter(({shared}) => !shared.every((column) => isCommon(column, cliques)))
      .map(({clique}) => clique),
    ...coupled(at),
  ];
  const besideOf = (at: number): readonly number[] => (cliques[at]?.beside ?? []).map(({clique}) => clique);
  const near = new Set([...start, ...[...start].flatMap(nearTo)]);
  yield start;
  yield near;
  yield reachable(near, nearTo);
  yield reachable(near, besideOf);
}

/** Whether nearly all cliques hold a column; among a few that tells nothing. */
export function isCommon(column: number, cliques: Scheme["cliques"]): boolean {
  return cliques.length > 4 && cliques.filter(({columns}) => columns.includes(column)).length * 2 > cliques.length;
}

function reachable(from: ReadonlySet<number>, beside: (at: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set(from);
  for (const at of reached) for (const clique of beside(at)) reached.add(clique);
  return reached;
}
