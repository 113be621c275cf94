/** A sum over some cells of a table that must lie between two numbers. */
export interface FitLimit {
  /** Row and column of each cell. */
  readonly cells: readonly (readonly [row: number, column: number])[];
  readonly from: number;
  readonly to: number;
}

/**
 * Iterative proportional fitting (Deming and Stephan, 1940): scales a table until its rows and columns have the sums
 * asked for and every limit holds. Zeros stay zero.
 */
export function fitProportions(
  table: readonly (readonly number[])[],
  {rows, columns, limits}: {rows: readonly number[]; columns: readonly number[]; limits: readonly FitLimit[]},
): number[][] {
  const fitted = table.map((row) => [...row]);
  for (let round = 0; round < 60; round++) {
    for (const [column, target] of columns.entries()) {
      scale(
        fitted,
        fitted.map((_, row) => [row, column] as const),
        {from: target, to: target},
      );
    }
    for (const {cells, from, to} of limits) scale(fitted, cells, {from, to});
    for (const [row, target] of rows.entries()) {
      scale(
        fitted,
        columns.map((_, column) => [row, column] as const),
        {from: target, to: target},
      );
    }
  }
  return fitted;
}

function scale(table: number[][], cells: FitLimit["cells"], {from, to}: {from: number; to: number}): void {
  const sum = cells.reduce((total, [row, column]) => total + (table[row]?.[column] ?? 0), 0);
  if (sum === 0 || (sum >= from && sum <= to)) return;
  // Half a client inside the bound, where there is room, so that the rounding that follows does not leave it again.
  const middle = (from + to) / 2;
  const target = sum < from ? Math.min(middle, from + 0.5) : Math.max(middle, to - 0.5);
  const factor = target / sum;
  for (const [row, column] of cells) {
    const values = table[row];
    if (values) values[column] = (values[column] ?? 0) * factor;
  }
}
