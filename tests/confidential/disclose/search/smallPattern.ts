import fc from "fast-check";
import {crossTabulate} from "../../../../src/confidential/disclose/search/crossTabulate.ts";
import type {CountModel, Move, Protection} from "../../../../src/confidential/disclose/search/countModel.ts";

/** How many cells are withheld at most: trying all tables takes long with more. */
const mostWithheld = 8;

/** A small table and some cells of it that are withheld. */
export interface SmallPattern {
  readonly model: CountModel;
  readonly withheld: ReadonlySet<number>;
}

/** Few enough values behind each mark to try all of them. */
export const fewValues = {smallest: 1, most: 6} as const;

/** Width 2, where a reader knows that withheld counts are small. */
export const smallProtection: Protection = {
  range: () => ({least: fewValues.smallest, most: fewValues.most}),
  need: () => ({up: 0, down: 0, total: 2}),
};

function tableOf(shape: readonly number[], counts: readonly number[]): CountModel {
  const places = shape.reduce<number[][]>(
    (done, size) => done.flatMap((start) => Array.from({length: size}, (_, category) => [...start, category])),
    [[]],
  );
  const lines = places.map((place, at) => ({
    categories: place.map((category) => `k${String(category)}`),
    count: counts[at] ?? 0,
  }));
  return crossTabulate(lines, shape.length);
}

/** Tables in two and three dimensions with withheld cells of 1 to 6, totals among them, at least one. */
export const smallPattern: fc.Arbitrary<SmallPattern> = fc
  .constantFrom([2, 2], [2, 3], [3, 3], [2, 2, 2], [3, 2, 2], [3, 3, 2])
  .chain((shape) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return fc.tuple(fc.constant(shape), fc.array(fc.integer({min: 0, max: 3}), {minLength: size, maxLength: size}));
  })
  .map(([shape, counts]) => tableOf(shape, counts))
  .chain((model) => {
    const eligible = [...model.cells.keys()].filter((cell) => {
      const {count = 0} = model.cells[cell] ?? {};
      return count >= fewValues.smallest && count <= fewValues.most;
    });
    return fc
      .subarray(eligible, {minLength: Math.min(1, eligible.length), maxLength: Math.min(mostWithheld, eligible.length)})
      .map((cells) => ({model, cells}));
  })
  .filter(({cells}) => cells.length > 0)
  .map(({model, cells}) => ({model, withheld: new Set(cells)}));

/** Whether a move changes open cells alone, keeps every sum, and leaves every cell a value that a reader thinks of. */
export function isPossible({model, withheld}: SmallPattern, move: Move): boolean {
  const moved = (cell: number): number => (model.cells[cell]?.count ?? 0) + (move.get(cell) ?? 0);
  const sumsHold = model.equations.every(
    ({total, parts}) => parts.reduce((sum, part) => sum + moved(part), 0) === moved(total),
  );
  const isOpen = move.keys().every((cell) => withheld.has(cell));
  const isThinkable = move.keys().every((cell) => moved(cell) >= fewValues.smallest && moved(cell) <= fewValues.most);
  return sumsHold && isOpen && isThinkable;
}
