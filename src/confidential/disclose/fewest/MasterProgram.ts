import type {Highs, Model} from "highs";
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
  readonly #highs: Highs;
  readonly #model: Model;
  #decided: readonly number[] = [];
  /** The most of each column: 0 once it is left for good. */
  readonly #most: Float64Array;

  constructor(highs: Highs, weights: readonly number[]) {
    this.#highs = highs;
    this.#most = new Float64Array(weights.length).fill(1);
    this.#model = highs.createModel({
      numCols: weights.length,
      numRows: 0,
      colCost: Float64Array.from(weights),
      colLower: new Float64Array(weights.length),
      colUpper: this.#most,
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
    this.#model.options.set({output_flag: false});
  }

  /** Adds cuts whose cells are columns of this program. */
  add(cuts: readonly CoverCut[]): void {
    for (const {coefficients, atLeast} of cuts) {
      this.#model.addRow(atLeast, this.#highs.infinity, entriesOf(coefficients));
    }
  }

  /** Leaves a cell published for good: every pattern that withholds it costs more than one that is known. */
  leave(column: number): void {
    this.#most[column] = 0;
    this.#model.changeColBounds(column, 0, 0);
  }

  /** Decides some cells, 1 for withheld, 0 for published, and no others. */
  decide(decisions: ReadonlyMap<number, 0 | 1>): void {
    for (const column of this.#decided) this.#model.changeColBounds(column, 0, this.#most[column] ?? 1);
    for (const [column, value] of decisions) {
      this.#model.changeColBounds(column, value, value);
    }
    this.#decided = [...decisions.keys()];
  }

  /** The cheapest pattern of fractions; "none" where it is proved that none fulfils all cuts, undefined where the solver fails. */
  solve(): MasterAnswer | "none" | undefined {
    const {modelStatus} = this.#highs.constants;
    this.#model.zeroAllClocks();
    this.#model.run();
    if (this.#model.getModelStatus() === modelStatus.infeasible) return "none";
    if (this.#model.getModelStatus() !== modelStatus.optimal) return undefined;
    const {colValue, colDual} = this.#model.getSolution();
    return {values: colValue, bound: this.#model.getObjectiveValue(), reducedCosts: colDual};
  }

  [Symbol.dispose](): void {
    this.#model.dispose();
  }
}

function entriesOf(coefficients: ReadonlyMap<number, number>): {indices: Int32Array; values: Float64Array} {
  return {indices: Int32Array.from(coefficients.keys()), values: Float64Array.from(coefficients.values())};
}
