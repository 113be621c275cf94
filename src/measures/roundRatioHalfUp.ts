/**
 * Rounds half up to a number of decimals, from the exact ratio of two whole numbers, so that 12.5% of 8 is 13% and not
 * whatever a binary fraction makes of it. `numerator` may be negative; `denominator` must be above 0.
 */
export function roundRatioHalfUp(numerator: number, denominator: number, decimals: number): number {
  if (denominator <= 0) throw new RangeError("the denominator must be above 0");
  const scale = 10 ** decimals;
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale;
}
