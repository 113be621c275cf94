import type {ProgramData} from "../../../solver/index.ts";
import type {CountModel} from "./countModel.ts";

/**
 * A linear program over moves with one column a cell, by how much it changes, and one row an equation. Nothing may
 * change yet, and there is no aim.
 */
export function attackProgramOf({cells, equations}: CountModel): ProgramData {
  const closed = new Float64Array(cells.length);
  const rows = equations.map(({total, parts}) => ({
    columns: [total, ...parts],
    coefficients: [-1, ...parts.map(() => 1)],
    lower: 0,
    upper: 0,
  }));
  return {lower: closed, upper: closed, rows};
}
