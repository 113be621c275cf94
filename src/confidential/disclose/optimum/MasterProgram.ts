import {Program, type Solver} from "../../../solver/index.ts";
import type {CoverCut} from "./CoverCut.ts";

/** An optimum of the program. */
export interface MasterAnswer {
  /** How much of each cell is withheld, by column. */
  readonly values: Float64Array;
  /** No sufficient pattern costs less. */
  readonly bound: number;
  /** How much more the optimum costs for each column that leaves its bound. */
  readonly reducedCosts: Float64Array;
}

/**
 * The program that chooses what to withhold: a variable for every cell that may be withheld, the cuts found so far, and
 * the least cost as the aim. It knows nothing of tables: cuts tell it what a pattern must fulfil.
 */
export class MasterProgram implements Disposable {
  readonly #program: Program;
  #decided: readonly number[] = [];
  /** The most of each column: 0 once it is left for good. */
  readonly #most: Float64Array;

  constructor(solver: Solver, weights: readonly number[]) {
    this.#most = new Float64Array(weights.length).fill(1);
    const lower = new Float64Array(weights.length);
    this.#program = new Program(solver, {lower, upper: this.#most, costs: weights, rows: []});
  }

  /** Adds cuts whose cells are columns of this program. */
  add(cuts: readonly CoverCut[]): void {
    for (const {coefficients, atLeast} of cuts) {
      const [columns, factors] = [[...coefficients.keys()], [...coefficients.values()]];
      this.#program.addRow({columns, coefficients: factors, lower: atLeast, upper: Infinity});
    }
  }

  /** Leaves a cell published for good: every pattern that withholds it costs more than one that is known. */
  leave(column: number): void {
    this.#most[column] = 0;
    this.#program.setBounds(column, 0, 0);
  }

  /** Decides some cells, 1 for withheld, 0 for published, and no others. */
  decide(decisions: ReadonlyMap<number, 0 | 1>): void {
    for (const column of this.#decided) this.#program.setBounds(column, 0, this.#most[column] ?? 1);
    for (const [column, value] of decisions) {
      this.#program.setBounds(column, value, value);
    }
    this.#decided = [...decisions.keys()];
  }

  /** The cheapest pattern of fractions; "none" where it is proved that none fulfils all cuts, undefined where nothing is proved. */
  solve(): MasterAnswer | "none" | undefined {
    const answer = this.#program.solve();
    if (answer.status === "infeasible") return "none";
    if (answer.status !== "optimal") return undefined;
    return {values: answer.values, bound: answer.objective, reducedCosts: answer.reducedCosts};
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }
}
