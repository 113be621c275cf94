import {Program, type SolverAnswer, type ProgramData, type Solver} from "../../solver/index.ts";

/** A linear program over whole numbers: sparse rows with bounds, columns with bounds and costs. */
export interface IntegerProgram {
  readonly columns: {readonly lower: number[]; readonly upper: number[]; readonly cost: number[]};
  readonly rows: readonly {
    readonly at: readonly number[];
    readonly of: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** Whole numbers for every column; or that there are none; or that the effort was spent before either was found. */
export type Solved =
  {readonly status: "found"; readonly values: readonly number[]} | {readonly status: "none" | "undecided"};

/** Branches that a program may take, and by what part of the least cost its answer may be dearer. */
export interface SolverEffort {
  readonly branches: number;
  readonly gap: number;
}

/** Steps of linear programs that one search may take: the same on every machine. */
const steps = 20_000;

/** Below this a solution's value counts as whole: well above HiGHS' own tolerance. */
const tolerance = 1e-5;

/**
 * Solves at the least cost: as a linear program, and over whole numbers where its answer is not whole, within its effort.
 * Whole answers are added up again without the solver before they are believed.
 */
export function solveInteger(solver: Solver, {columns, rows}: IntegerProgram, effort: SolverEffort): Solved {
  const data: ProgramData = {
    lower: columns.lower,
    upper: columns.upper,
    costs: columns.cost,
    rows: rows.map(({at, of, lower, upper}) => ({columns: at, coefficients: of, lower, upper})),
  };
  const relaxed = answerOf(solver, data, effort);
  const isFraction = relaxed.status === "optimal" && !relaxed.values.every(isWhole);
  return wholeIn(isFraction ? answerOf(solver, {...data, isWhole: () => true}, effort) : relaxed, data);
}

function answerOf(solver: Solver, data: ProgramData, {branches, gap}: SolverEffort): SolverAnswer {
  using program = new Program(solver, data, {limits: {steps, branches}, relativeGap: gap});
  return program.solve();
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < tolerance;
}

function wholeIn(answer: SolverAnswer, data: ProgramData): Solved {
  if (answer.status === "infeasible") return {status: "none"};
  const values = "values" in answer ? answer.values : undefined;
  if (values?.every(isWhole) !== true) return {status: "undecided"};
  // Adding 0 turns the negative zero that rounding can give into 0.
  const whole = [...values].map((value) => Math.round(value) + 0);
  return holds(data, whole) ? {status: "found", values: whole} : {status: "undecided"};
}

/** Checked without the solver: every column and every row lies within its bounds. */
function holds({lower, upper, rows}: ProgramData, values: readonly number[]): boolean {
  const isWithin = values.every((value, at) => value >= (lower[at] ?? 0) && value <= (upper[at] ?? 0));
  const sumOf = ({columns, coefficients}: ProgramData["rows"][number]): number =>
    columns.reduce((sum, column, at) => sum + (coefficients[at] ?? 0) * (values[column] ?? 0), 0);
  return isWithin && rows.every((row) => sumOf(row) >= row.lower && sumOf(row) <= row.upper);
}
