/** Most steps from the least to the most that a number can be: each is an answer of its own to the proof on people. */
export const mostSteps = 60_000;

/**
 * A number in whole steps of its last decimal: 12.5 with one decimal is 125. Nothing where it has more decimals than that.
 * `decimals` is at most 2, where what binary fractions make of a number of at most nine digits is far from half a step.
 */
export function inSteps(number: number, decimals: number): number | undefined {
  const scaled = number * 10 ** decimals;
  const whole = Math.round(scaled);
  return Math.abs(scaled - whole) < 1e-6 ? whole : undefined;
}
