/** Rounds a count half up to a multiple of `step`: 3,855 to the nearest 100 is 3,900, 50 to the nearest 100 is 100. */
export function roundToNearest(count: number, step: number): number {
  return Math.floor((2 * count + step) / (2 * step)) * step;
}
