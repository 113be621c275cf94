import type {Highs, Model} from "highs";
import type {CoverCut} from "./CoverCut.ts";

/** An optimum of the program, or as near to it as the limit allowed. */
export interface MasterAnswer {
  /** How much of each cell is withheld, by column. */
  readonly values: Float64Array;
  /** No sufficient pattern costs less. */
  readonly bound: number;
  /** How much more the optimum costs for each column that leaves its bound; 0 in whole programs. */
  readonly reducedCosts: Float64Array;
}

/**
 * The program that chooses what to withhold: a variable for every cell that may be withheld, the cuts found so far, and
 * the least cost as the aim. It knows nothing of tables: cuts tell it what a pattern must fulfil.
 */
export class MasterProgram implements Disposable {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #columns: number;
  /** The row that keeps the cost below that of the best pattern known; absent until whole patterns are asked for. */
  #costRow: number | undefined;
  readonly #weights: Float64Array;

  constructor(highs: Highs, weights: readonly number[]) {
    this.#highs = highs;
    this.#columns = weights.length;
    this.#weights = Float64Array.from(weights);
    this.#model = highs.createModel({
      numCols: weights.length,
      numRows: 0,
      colCost: this.#weights,
      colLower: new Float64Array(weights.length),
      colUpper: new Float64Array(weights.length).fill(1),
      rowLower: new Float64Array(0),
      rowUpper: new Float64Array(0),
      matrix: {
        format: "csr",
        numRows: 0,
        numCols: weights.length,
        starts: new Int32Array(1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    this.#model.options.set({output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7});
  }

  /** Adds cuts whose cells are columns of this program. */
  add(cuts: readonly CoverCut[]): void {
    for (const {coefficients, atLeast} of cuts) {
      this.#model.addRow(atLeast, this.#highs.infinity, entriesOf(coefficients));
    }
  }

  /** Leaves a cell published for good: every pattern that withholds it costs more than one that is known. */
  leave(column: number): void {
    this.#model.changeColBounds(column, 0, 0);
  }

  /** Only patterns of less cost are of interest from now on. */
  undercut(cost: number): void {
    if (this.#costRow === undefined) {
      this.#costRow = this.#model.getDimensions().numRows;
      const all = new Map(this.#weights.entries());
      this.#model.addRow(-this.#highs.infinity, cost, entriesOf(all));
    } else this.#model.changeRowBounds(this.#costRow, -this.#highs.infinity, cost);
  }

  /** The cheapest pattern of fractions. undefined where no pattern fulfils all cuts. */
  solveInFractions(): MasterAnswer | undefined {
    this.#model.clearIntegrality();
    this.#run();
    if (this.#model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) return undefined;
    const {colValue, colDual} = this.#model.getSolution();
    return {values: colValue, bound: this.#model.getObjectiveValue(), reducedCosts: colDual};
  }

  /**
   * The cheapest whole pattern. "none" where it is proved that there is none below the cost to undercut, undefined where
   * the limit of branches was reached before any was found.
   */
  solveWhole(mostBranches: number): MasterAnswer | "none" | undefined {
    const {modelStatus, variableType, solutionStatus} = this.#highs.constants;
    const all = {kind: "range", from: 0, to: this.#columns - 1} as const;
    this.#model.changeColsIntegrality(all, new Int32Array(this.#columns).fill(variableType.integer));
    this.#model.options.set({mip_max_nodes: mostBranches});
    this.#run();
    if (this.#model.getModelStatus() === modelStatus.infeasible) return "none";
    if (this.#model.info.get("primal_solution_status") !== solutionStatus.feasible) return undefined;
    const values = this.#model.getSolution().colValue.map(Math.round);
    return {
      values,
      bound: Number(this.#model.info.get("mip_dual_bound")),
      reducedCosts: new Float64Array(this.#columns),
    };
  }

  [Symbol.dispose](): void {
    this.#model.dispose();
  }

  #run(): void {
    this.#model.zeroAllClocks();
    this.#model.run();
  }
}

function entriesOf(coefficients: ReadonlyMap<number, number>): {indices: Int32Array; values: Float64Array} {
  return {indices: Int32Array.from(coefficients.keys()), values: Float64Array.from(coefficients.values())};
}
