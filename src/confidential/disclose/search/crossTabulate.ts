import type {CountModel, Equation, ModelCell} from "./countModel.ts";
import {isDiagonal} from "./isDiagonal.ts";

/** A line of a table of counts: one category a dimension, and the count. */
export interface CountLine {
  readonly categories: readonly string[];
  readonly count: number;
}

/** The name that a total carries in place of a category. */
export const totalName = "Total";

/** A cell of a cross-table with its categories; `Total` over the dimensions that it sums. */
export interface CrossCell extends ModelCell {
  readonly categories: readonly string[];
}

export interface CrossTable extends CountModel {
  readonly cells: readonly CrossCell[];
}

/**
 * A full cross-table with every total from lines of counts: combinations that no line names count zero, and lines that
 * name the same combination add up.
 */
export function crossTabulate(lines: readonly CountLine[], dimensions: number): CrossTable {
  const categories = Array.from({length: dimensions}, (_, place) =>
    [...new Set(lines.map((line) => line.categories[place] ?? "")).values()].sort(),
  );
  const places = combinations(categories.map((names) => [...names, totalName]));
  const index = new Map(places.map((place, at) => [keyOf(place), at]));
  const counts = new Float64Array(places.length);
  for (const line of lines) {
    for (const place of combinations(line.categories.map((name) => [name, totalName]))) {
      const at = index.get(keyOf(place));
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + line.count;
    }
  }
  const cells = places.map((place, at) => ({
    key: keyOf(place),
    categories: place,
    count: counts[at] ?? 0,
    shown: true,
    level: place.filter((name) => name === totalName).length,
    isDiagonal: isDiagonal(place.filter((name) => name !== totalName)),
  }));
  return {cells, equations: equationsOf(places, categories, index)};
}

function equationsOf(
  places: readonly (readonly string[])[],
  categories: readonly (readonly string[])[],
  index: ReadonlyMap<string, number>,
): Equation[] {
  return places.flatMap((place, total) =>
    place.flatMap((name, dimension) => {
      if (name !== totalName) return [];
      const parts = (categories[dimension] ?? []).map((part) => index.get(keyOf(place.with(dimension, part))) ?? -1);
      return [{total, parts}];
    }),
  );
}

function combinations(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>(
    (done, names) => done.flatMap((start) => names.map((name) => [...start, name])),
    [[]],
  );
}

function keyOf(place: readonly string[]): string {
  return JSON.stringify(place);
}
