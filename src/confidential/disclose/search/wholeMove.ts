import type {Move} from "./countModel.ts";

/** Below this a solution's value counts as whole: well above HiGHS' tolerance of 1e-7. */
export const wholeTolerance = 1e-5;

/** The move in whole units, or undefined where some cell moves by a fraction. */
export function wholeMove(move: Move): Move | undefined {
  const whole = new Map<number, number>();
  for (const [cell, change] of move) {
    if (isFraction(change)) return undefined;
    if (Math.round(change) !== 0) whole.set(cell, Math.round(change));
  }
  return whole;
}

/** Whether a change is no whole number, but for the solver's tolerance. */
export function isFraction(change: number): boolean {
  return Math.abs(change - Math.round(change)) > wholeTolerance;
}
