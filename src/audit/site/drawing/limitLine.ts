import {valueAt, placeOn} from "./DrawnScale.ts";
import type {DrawnClaim} from "./readClaims.ts";
import {isAt, pointsOf} from "./Shapes.ts";

/** How many standard errors from the whole a limit runs. Source: the normal distribution, both tails together. */
const errors: Readonly<Record<string, number>> = {
  "95% upper": 1.96,
  "95% lower": -1.96,
  "99.8% upper": 3.09,
  "99.8% lower": -3.09,
};

/**
 * Where a control limit of a share of the base stands: at p + z × √(p (100 − p) / n) percent, within 0 and 100. Nothing
 * for a formula that nobody knows. Source: Spiegelhalter, Funnel plots for comparing institutional performance (2005).
 */
function limitAt(percent: number, base: number, formula: string): number | undefined {
  const error = Object.hasOwn(errors, formula) ? errors[formula] : undefined;
  if (error === undefined) return undefined;
  return Math.min(100, Math.max(0, percent + error * Math.sqrt((percent * (100 - percent)) / base)));
}

/** Where the limits of a share stand at a base. */
export function limitsAt(percent: number, base: number): readonly number[] {
  return Object.keys(errors).flatMap((formula) => limitAt(percent, base, formula) ?? []);
}

/** Whether a curve is the control limit that it says it is. */
export function isOnLimit({shape, scales, formula}: DrawnClaim, percent: number): boolean {
  const [x, y] = [scales.get("x"), scales.get("y")];
  if (x === undefined || y === undefined) return false;
  const points = pointsOf(shape);
  return (
    points.length > 1 &&
    points.every(([px, py]) => {
      const limit = limitAt(percent, valueAt(x, px), formula);
      return limit !== undefined && isAt(py, placeOn(y, limit));
    })
  );
}
