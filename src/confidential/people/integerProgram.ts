import type {Highs} from "highs";

/** A linear program over whole numbers: sparse rows with bounds, columns with bounds and costs. */
export interface IntegerProgram {
  readonly columns: {readonly lower: number[]; readonly upper: number[]; readonly cost: number[]};
  readonly rows: readonly {readonly at: readonly number[]; readonly of: readonly number[]; readonly lower: number; readonly upper: number}[];
}

/** Whole numbers for every column; or that there are none; or that the effort was spent before either was found. */
export type Solved = {readonly status: "found"; readonly values: readonly number[]} | {readonly status: "none" | "undecided"};

/** Branches that a program may take, and by what part of the least cost its answer may be dearer. */
export interface SolverEffort {
  readonly branches: number;
  readonly gap: number;
}

/** Steps that one linear program may take: the same on every machine. */
const mostSteps = 20_000;

/**
 * Solves at the least cost: as a linear program, and over whole numbers where its answer is not whole within
 * its effort.
 */
export function solveInteger(highs: Highs, program: IntegerProgram, effort: SolverEffort): Solved {
  const relaxed = run(highs, program, undefined);
  if (relaxed.status !== "found" || relaxed.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6)) return rounded(relaxed);
  return rounded(run(highs, program, effort));
}

function rounded(solved: Solved): Solved {
  return solved.status === "found" ? {status: "found", values: solved.values.map((value) => Math.round(value))} : solved;
}

function run(highs: Highs, {columns, rows}: IntegerProgram, effort: SolverEffort | undefined): Solved {
  const isWhole = effort !== undefined;
  const {constants, infinity} = highs;
  const finite = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * infinity);
  const starts = [0];
  for (const {at} of rows) starts.push((starts.at(-1) ?? 0) + at.length);
  const count = columns.lower.length;
  const model = highs.createModel({
    numCols: count,
    numRows: rows.length,
    colCost: Float64Array.from(columns.cost),
    colLower: Float64Array.from(columns.lower),
    colUpper: Float64Array.from(columns.upper, finite),
    rowLower: Float64Array.from(rows, ({lower}) => finite(lower)),
    rowUpper: Float64Array.from(rows, ({upper}) => finite(upper)),
    matrix: {
      format: "csr",
      numCols: count,
      numRows: rows.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({at}) => [...at])),
      values: Float64Array.from(rows.flatMap(({of}) => [...of])),
    },
    ...(isWhole && {integrality: columns.lower.map(() => constants.variableType.integer)}),
  });
  try {
    model.options.set({output_flag: false, random_seed: 1, simplex_iteration_limit: mostSteps, ...(effort && {mip_max_nodes: effort.branches, mip_rel_gap: effort.gap})});
    model.run();
    const {modelStatus} = constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return {status: "none"};
    if (status !== modelStatus.optimal && !(isWhole && status === modelStatus.solutionLimit)) return {status: "undecided"};
    return {status: "found", values: [...model.getSolution().colValue]};
  } finally {
    model.dispose();
  }
}
