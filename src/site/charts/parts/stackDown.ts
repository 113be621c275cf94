/** Where a row stands in a drawing, in px. */
export interface RowPlace {
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

export interface StackedRows<Row> {
  readonly rows: readonly (Row & RowPlace)[];
  readonly bottom: number;
}

/** Rows of heights of their own, one beneath the other from `top`. */
export function stackDown<Row extends object>(
  all: readonly Row[],
  top: number,
  heightOf: (row: Row) => number,
): StackedRows<Row> {
  let bottom = top;
  const rows = all.map((row) => {
    const place = {top: bottom, height: heightOf(row), middle: bottom + heightOf(row) / 2};
    bottom += place.height;
    return {...row, ...place};
  });
  return {rows, bottom};
}
