import type {Highs, ModelData} from "highs";

/** The sum of some columns, each times its coefficient, lies from `lower` to `upper`. A column named twice counts twice. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** A linear program, or an integer one where some columns take whole values only. Ends may be infinite. */
export interface ProgramData {
  /** Least and greatest value of each column. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** What a unit of each column costs; nothing where absent. */
  readonly costs?: ArrayLike<number>;
  readonly rows: readonly Row[];
  readonly isWhole?: (column: number) => boolean;
}

/** The program as HiGHS takes it. */
export function modelDataOf({lower, upper, costs, rows, isWhole}: ProgramData, {constants}: Highs): ModelData {
  const numCols = lower.length;
  const {integer, continuous} = constants.variableType;
  return {
    numCols,
    numRows: rows.length,
    colCost: costs === undefined ? new Float64Array(numCols) : Float64Array.from(costs),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: matrixOf(rows, numCols),
    ...(isWhole && {
      integrality: Int32Array.from({length: numCols}, (_, column) => (isWhole(column) ? integer : continuous)),
    }),
  };
}

function matrixOf(rows: readonly Row[], numCols: number): ModelData["matrix"] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const placeOf = new Int32Array(numCols).fill(-1);
  for (const {columns, coefficients} of rows) {
    const start = indices.length;
    for (let at = 0; at < columns.length; at += 1) {
      const [column = 0, coefficient = 0] = [columns[at], coefficients[at]];
      const place = placeOf[column] ?? -1;
      // HiGHS refuses a row that names a column twice.
      if (place >= start) values[place] = (values[place] ?? 0) + coefficient;
      else {
        placeOf[column] = indices.push(column) - 1;
        values.push(coefficient);
      }
    }
    starts.push(indices.length);
  }
  return {
    format: "csr",
    numRows: rows.length,
    numCols,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

/** A row's coefficients by column: HiGHS refuses a row that names a column twice. */
export function entriesOf({columns, coefficients}: Pick<Row, "columns" | "coefficients">): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  columns.forEach((column, at) => entries.set(column, (entries.get(column) ?? 0) + (coefficients[at] ?? 0)));
  return entries;
}
