import type {CountModel, Equation} from "./countModel.ts";

/** Part of a model that shares no equation with the rest. `places` tells where its cells stand in the whole. */
export interface ModelPart extends CountModel {
  readonly places: readonly number[];
}

/**
 * Takes a model apart where nothing ties its cells: each part can be protected by itself. Parts, cells and equations
 * come in the order of their keys, so that ties are settled alike however the tables were ordered.
 */
export function splitModel({cells, equations}: CountModel): readonly ModelPart[] {
  const partOf = joinCells(cells.length, equations);
  const keyOf = (cell: number): string => cells[cell]?.key ?? "";
  const sumKey = ({total, parts}: Equation): string => [total, ...parts].map(keyOf).sort().join(" ");
  const members = Map.groupBy(sortByKey(cells.keys(), keyOf), (cell) => partOf(cell));
  const sums = Map.groupBy(sortByKey(equations, sumKey), ({total}) => partOf(total));
  return [...members].map(([part, places]) => {
    const position = new Map(places.map((place, index) => [place, index]));
    const local = (place: number): number => position.get(place) ?? -1;
    return {
      places,
      cells: places.flatMap((place) => cells[place] ?? []),
      equations: (sums.get(part) ?? []).map(({total, parts}) => ({total: local(total), parts: parts.map(local)})),
    };
  });
}

/** Sorted by key, each key worked out once. */
function sortByKey<T>(things: Iterable<T>, keyOf: (thing: T) => string): readonly T[] {
  const keyed = [...things].map((thing) => [keyOf(thing), thing] as const);
  keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return keyed.map(([, thing]) => thing);
}

/** Union-find over the cells that equations tie; the answer names a cell's part by one of its cells. */
function joinCells(cells: number, equations: readonly Equation[]): (cell: number) => number {
  const parent = Int32Array.from({length: cells}, (_, cell) => cell);
  const find = (cell: number): number => {
    let root = cell;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[cell] = root;
    return root;
  };
  for (const {total, parts} of equations) for (const part of parts) parent[find(part)] = find(total);
  return find;
}
