import type {Component, ConstraintRow} from "./components.ts";

/**
 * Whole numbers in the place of the sums that a linear program gave, the counts being whole already: sums have room, so
 * that no integer program is needed for them. Nothing where a count is not whole; what it gives may still break a row.
 */
export function roundSums(component: Component, values: ArrayLike<number>): readonly number[] | undefined {
  const rounded = Array.from(values, Math.round);
  const sums = component.isSum.flatMap((isSum, column) => (isSum ? [column] : []));
  const isWhole = rounded.every((value, column) => component.isSum[column] === true || Math.abs(value - (values[column] ?? 0)) < tolerance); // prettier-ignore
  if (sums.length === 0 || !isWhole) return undefined;
  const rows = component.rows.filter(({columns}) => columns.some((column) => component.isSum[column]));
  const lower = rounded.map((value, column) => (component.isSum[column] ? (component.lower[column] ?? 0) : value));
  const upper = rounded.map((value, column) => (component.isSum[column] ? (component.upper[column] ?? 0) : value));
  for (const column of sums) for (const row of rows) if (row.columns.includes(column)) narrow(row, {lower, upper, column}); // prettier-ignore
  for (const column of sums) {
    for (const row of rows) if (row.columns.includes(column)) narrow(row, {lower, upper, column});
    const value = Math.min(upper[column] ?? 0, Math.max(lower[column] ?? 0, rounded[column] ?? 0));
    lower[column] = value;
    upper[column] = value;
  }
  return lower;
}

const tolerance = 1e-6;

interface Ranges {
  readonly lower: number[];
  readonly upper: number[];
  readonly column: number;
}

/** Narrows the range of one sum to what a row leaves it beside the ranges of the others. */
function narrow(row: ConstraintRow, {lower, upper, column}: Ranges): void {
  let [least, most, own] = [0, 0, 1];
  row.columns.forEach((other, at) => {
    const coefficient = row.coefficients[at] ?? 0;
    if (other === column) {
      own = coefficient;
      return;
    }
    const ends = [coefficient * (lower[other] ?? 0), coefficient * (upper[other] ?? 0)];
    least += Math.min(...ends);
    most += Math.max(...ends);
  });
  const ends = [(row.lower - most) / own, (row.upper - least) / own];
  lower[column] = Math.max(lower[column] ?? 0, Math.ceil(Math.min(...ends)));
  upper[column] = Math.min(upper[column] ?? 0, Math.floor(Math.max(...ends)));
}
