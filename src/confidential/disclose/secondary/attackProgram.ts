import type {ModelData} from "highs";
import type {CountModel} from "./countModel.ts";

/**
 * A linear program over moves with one column a cell, by how much it changes, and one row an equation. Nothing may
 * change yet, and there is no aim.
 */
export function attackProgramOf({cells, equations}: CountModel): ModelData {
  const rows = equations.map(({total, parts}) => [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]);
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  const zeros = (length: number): Float64Array => new Float64Array(length);
  return {
    numCols: cells.length,
    numRows: rows.length,
    colCost: zeros(cells.length),
    colLower: zeros(cells.length),
    colUpper: zeros(cells.length),
    rowLower: zeros(rows.length),
    rowUpper: zeros(rows.length),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flat(), ([cell]) => cell),
      values: Float64Array.from(rows.flat(), ([, sign]) => sign),
    },
  };
}
