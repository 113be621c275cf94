import type {CountModel, Need} from "../search/countModel.ts";

/**
 * What every sufficient pattern fulfils: the sum of the coefficients of what is withheld is at least so much. Cells by
 * their place in the model; all others have coefficient 0.
 */
export interface CoverCut {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly atLeast: number;
}

/** How much of each cell is withheld, from 0 to 1: a fraction while patterns are only being weighed. */
export type Withheld = Float64Array;

/** Finds what a pattern, even one of fractions, lacks. */
export interface Attacker {
  /** Whether an attack costs so little that many more are made than are needed. */
  readonly isQuick: boolean;
  /** Cuts that hold for every sufficient pattern and not for this one; none where a linear attacker cannot find any. */
  readonly cuts: (withheld: Withheld) => readonly CoverCut[];
}

/** How far each unsafe count must be able to move, by place. */
export type Needs = ReadonlyMap<number, Need>;

/** By how much a pattern must miss a cut before it counts as violated: above the solver's tolerance. */
const tolerance = 1e-4;

/**
 * The cut in its strongest form, or undefined where it excludes nothing of the pattern. Coefficients of cells that are
 * withheld in any case are taken from what is demanded, and none is left above the demand: one such cell suffices
 * (Fischetti M and Salazar-González JJ, 2001, Management Science 47:1008–1027, section 4.2).
 */
export function strengthen(
  {coefficients, atLeast}: CoverCut,
  {isGiven, isOffered, withheld}: Offers & {readonly withheld: Withheld},
): CoverCut | undefined {
  let rest = atLeast;
  for (const [cell, coefficient] of coefficients) if (isGiven(cell)) rest -= coefficient;
  if (rest <= tolerance) return undefined;
  const strong = new Map<number, number>();
  let reached = 0;
  for (const [cell, coefficient] of coefficients) {
    if (!isOffered(cell)) continue;
    const least = Math.min(coefficient, rest);
    strong.set(cell, least / rest);
    reached += (least / rest) * (withheld[cell] ?? 0);
  }
  return reached >= 1 - tolerance ? undefined : {coefficients: strong, atLeast: 1};
}

/** Which cells change in any case, and which may be withheld beside them. */
export interface Offers {
  readonly isGiven: (cell: number) => boolean;
  readonly isOffered: (cell: number) => boolean;
}

/** Cuts without repetitions: several unsafe counts are often cut off by the same cells. */
export function distinctCuts(cuts: readonly CoverCut[]): readonly CoverCut[] {
  const nameOf = ({coefficients}: CoverCut): string =>
    [...coefficients]
      .map(([cell, coefficient]) => `${String(cell)}:${coefficient.toFixed(6)}`)
      .sort()
      .join(" ");
  return [...new Map(cuts.map((cut) => [nameOf(cut), cut])).values()];
}

/** The pattern as numbers: 1 for what changes in any case and what is withheld. */
export function asWithheld({cells}: CountModel, withheld: ReadonlySet<number>): Withheld {
  return Float64Array.from(cells, ({shown}, cell) => Number(!shown || withheld.has(cell)));
}
