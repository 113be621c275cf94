/** What the solver says of a program. Its values are floating-point numbers: whole ones are to be checked before use. */
export type SolverAnswer = Optimal | {readonly status: "infeasible"} | {readonly status: "unbounded"} | Undecided;

/** The best value of the aim is found. */
export interface Optimal {
  readonly status: "optimal";
  /** The value of the aim. */
  readonly objective: number;
  /** One value a column. */
  readonly values: Float64Array;
  /** By how much the aim changes with each row's bound, and with each column's; linear programs only. */
  readonly rowDuals: Float64Array;
  readonly reducedCosts: Float64Array;
}

/**
 * Nothing is proved: a limit of work was reached, or the solver failed. `values` satisfy everything, as far as the
 * solver is exact, where it has met any.
 */
export interface Undecided {
  readonly status: "undecided";
  readonly values?: Float64Array;
}
