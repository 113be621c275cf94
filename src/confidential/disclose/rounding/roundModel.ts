import {loadSolver} from "../../../solver/index.ts";
import {isTrue, type CountModel} from "../search/countModel.ts";
import {splitModel, type ModelPart} from "../search/splitModel.ts";
import {RoundingProgram, type Reach} from "./RoundingProgram.ts";

/** Rounded counts of a whole publication. */
export interface RoundedModel {
  /** By place in the model's list of cells; cells that no table shows have none. */
  readonly values: ReadonlyMap<number, number>;
  /** How far a count is from its rounded one at most, as a reader is told: below one base, or below two. */
  readonly within: number;
  /** Shown cells of parts for which no rounding keeps every sum. */
  readonly unrounded: readonly number[];
}

/**
 * Rounds every shown count to a multiple of the base so that every total is still the sum of its parts: one rounded
 * count a cell, however many tables show it. Parts that no sum ties are rounded by themselves.
 *
 * Throws RangeError where the model is not true of its own counts.
 */
export async function roundModel(model: CountModel, base: number): Promise<RoundedModel> {
  if (!isTrue(model)) throw new RangeError("a total of the model is not the sum of its parts");
  const values = new Map<number, number>();
  const unrounded: number[] = [];
  let isWider = false;
  for (const part of splitModel(model)) {
    const rounded = await roundPart(part, base);
    if (rounded?.reach === "wider") isWider = true;
    part.places.forEach((place, index) => {
      if (part.cells[index]?.shown !== true) return;
      if (rounded === undefined) unrounded.push(place);
      else values.set(place, rounded.values[index] ?? NaN);
    });
  }
  return {values, within: (isWider ? 2 * base : base) - 1, unrounded};
}

interface RoundedPart {
  readonly values: readonly number[];
  readonly reach: Reach;
}

/** First to adjacent multiples alone; where none keep the sums, some counts one multiple further. */
async function roundPart(part: ModelPart, base: number): Promise<RoundedPart | undefined> {
  if (part.equations.length === 0)
    return {values: part.cells.map(({count}) => toNearest(count, base)), reach: "adjacent"};
  const solver = await loadSolver();
  for (const reach of ["adjacent", "wider"] as const) {
    using program = new RoundingProgram(solver, part, {base, reach});
    const values = program.solve();
    if (values !== undefined && keepsSums(part, values)) return {values, reach};
  }
  return undefined;
}

/** The nearest multiple; of two that are as near, the lower. */
function toNearest(count: number, base: number): number {
  const rest = count % base;
  return 2 * rest > base ? count - rest + base : count - rest;
}

/** Checked without the solver: every sum of shown counts holds, and none is negative. */
function keepsSums({cells, equations}: CountModel, values: readonly number[]): boolean {
  const isShown = (cell: number): boolean => cells[cell]?.shown === true;
  const value = (cell: number): number => values[cell] ?? NaN;
  const adds = equations
    .filter(({total, parts}) => [total, ...parts].every(isShown))
    .every(({total, parts}) => parts.reduce((sum, part) => sum + value(part), 0) === value(total));
  return adds && cells.every((_, cell) => !isShown(cell) || value(cell) >= 0);
}
