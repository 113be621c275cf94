import type {CountModel, Equation, ModelCell, Move} from "./countModel.ts";
import type {Pattern} from "./protectModel.ts";

/** A model without counts that stand in it twice, and how to get there and back. */
export interface DistinctCounts {
  readonly model: CountModel;
  /** Where a cell of the whole model stands in this one. */
  readonly placeOf: (cell: number) => number;
  /** A pattern of this model as one of the whole. */
  readonly inWhole: (pattern: Pattern) => Pattern;
}

/**
 * Leaves out every count that no table shows and that the sums show to be another one in other words: a total of a
 * single part, totals of the same parts. Several variables that read one answer tell of most groups many times over;
 * a reader learns no more from that, and each would be protected by itself. Counts that tables show all stay, each with
 * its own price and mark, tied by a sum of a single part.
 */
export function distinctCounts(whole: CountModel): DistinctCounts {
  const {rootOf, sums} = mergeEqual(whole);
  const classes = [...Map.groupBy(whole.cells.keys(), rootOf).values()].map((members) => {
    return {members, standing: standingAmong(members, whole)};
  });
  const kept = classes.flatMap(({standing}) => standing);
  const place = new Map(kept.map((cell, at) => [cell, at]));
  for (const {members, standing} of classes) {
    const [first = -1] = standing;
    for (const cell of members) if (!place.has(cell)) place.set(cell, place.get(first) ?? -1);
  }
  const placeOf = (cell: number): number => place.get(cell) ?? -1;
  const cells = classes.flatMap(({standing, members}) => standing.map((cell) => knownAs(cell, members, whole)));
  const ties = classes.flatMap(({standing: [first = -1, ...others]}): readonly Equation[] =>
    others.map((cell) => ({total: placeOf(first), parts: [placeOf(cell)]})),
  );
  const equations = sums.map(({total, parts}) => ({total: placeOf(total), parts: parts.map(placeOf)}));
  const membersAt = Map.groupBy(whole.cells.keys(), placeOf);
  return {
    model: {cells, equations: [...equations, ...ties]},
    placeOf,
    inWhole: (pattern) =>
      patternInWhole(
        pattern,
        (at) => kept[at] ?? -1,
        (at) => membersAt.get(at) ?? [],
      ),
  };
}

/** What is one count changes alike in every move. */
function patternInWhole(
  {withheld, freedoms, unprotected}: Pattern,
  cellAt: (place: number) => number,
  membersAt: (place: number) => readonly number[],
): Pattern {
  const widen = (move: Move): Move =>
    new Map([...move].flatMap(([place, change]) => membersAt(place).map((cell) => [cell, change] as const)));
  return {
    withheld: new Set([...withheld].map(cellAt)),
    freedoms: new Map(
      [...freedoms].map(([place, {up, down, moves}]) => [cellAt(place), {up, down, moves: moves.map(widen)}]),
    ),
    unprotected: unprotected.map(cellAt),
  };
}

/** The cells that stand for all that are one count: those that tables show, or else one of them, by their names. */
function standingAmong(members: readonly number[], {cells}: CountModel): readonly number[] {
  const keyOf = (cell: number): string => cells[cell]?.key ?? "";
  const sorted = members.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
  const shown = sorted.filter((cell) => cells[cell]?.shown === true);
  return shown.length > 0 ? shown : sorted.slice(0, 1);
}

/** A cell with all that is known of its count under any of its names. */
function knownAs(cell: number, members: readonly number[], {cells}: CountModel): ModelCell {
  const own = cells[cell];
  if (own === undefined) throw new RangeError(`the model has no cell ${cell}`);
  const bounds = members.flatMap((member) => cells[member]?.bounds ?? []);
  if (bounds.length === 0) return own;
  const least = Math.max(...bounds.map((one) => one.least));
  return {...own, bounds: {least, most: Math.min(...bounds.map((one) => one.most))}};
}

interface Merged {
  /** Names what is one count by one of its cells. */
  readonly rootOf: (cell: number) => number;
  /** The sums of several parts over roots, each once. */
  readonly sums: readonly Equation[];
}

/** Finds what is one count by congruence closure: equal parts make equal totals, until nothing more is found equal. */
function mergeEqual({cells, equations}: CountModel): Merged {
  const parent = Int32Array.from(cells.keys());
  const rootOf = (cell: number): number => {
    let at = cell;
    for (let next = parent[at] ?? at; next !== at; next = parent[at] ?? at) {
      parent[at] = parent[next] ?? next;
      at = next;
    }
    return at;
  };
  let sums = equations;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    const distinct = new Map<string, Equation>();
    for (const {total, parts} of sums) {
      const own = {total: rootOf(total), parts: parts.map(rootOf).sort((a, b) => a - b)};
      const [part = own.total, ...others] = own.parts;
      const name = own.parts.join();
      const same = others.length === 0 ? part : (distinct.get(name)?.total ?? own.total);
      if (rootOf(same) !== own.total) [parent[own.total], isChanged] = [rootOf(same), true];
      if (others.length > 0 && !distinct.has(name)) distinct.set(name, own);
    }
    sums = [...distinct.values()];
  }
  return {rootOf, sums};
}
