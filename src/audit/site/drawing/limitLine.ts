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
 * Whether a curve is a control limit of a share: at a base of n it stands at p + z × √(p (100 − p) / n) percent, within
 * 0 and 100. Source of the formula: Spiegelhalter, Funnel plots for comparing institutional performance (2005).
 */
export function isOnLimit({shape, scales, formula}: DrawnClaim, percent: number): boolean {
  const [x, y] = [scales.get("x"), scales.get("y")];
  const error = Object.hasOwn(errors, formula) ? errors[formula] : undefined;
  if (x === undefined || y === undefined || error === undefined) return false;
  const points = pointsOf(shape);
  return (
    points.length > 1 &&
    points.every(([px, py]) => {
      const limit = percent + error * Math.sqrt((percent * (100 - percent)) / valueAt(x, px));
      return isAt(py, placeOn(y, Math.min(100, Math.max(0, limit))));
    })
  );
}
