/**
 * Limits around numbers that are none of them, in the same steps: nought where none is below it, and beyond that the next of
 * 1, 2, 5, 10, 20, 50, … So they tell of how many digits the outermost are, and not which.
 */
export function roundOutward({least, most}: {readonly least: number; readonly most: number}): {
  from: number;
  to: number;
} {
  return {from: least >= 0 ? 0 : -roundAbove(-least), to: most < 0 ? 0 : roundAbove(most)};
}

/** The least of 1, 2, 5, 10, 20, 50, … that is greater. */
function roundAbove(number: number): number {
  let unit = 1;
  while (unit * 10 <= number) unit *= 10;
  return [1, 2, 5, 10].map((times) => times * unit).find((round) => round > number) ?? 10 * unit;
}
