import type {Highs, Model, RunResult} from "highs";
import type {SolverAnswer} from "./answer.ts";
import {usualLimits, type Limits} from "./Limits.ts";
import {entriesOf, modelDataOf, type ProgramData, type Row} from "./programData.ts";
import type {Solver} from "./Solver.ts";

/** How a program is solved. */
export interface Manner {
  readonly limits?: Limits;
  /** By how much an integer program's answer may miss the best value; a rounding error where absent. */
  readonly gap?: number;
  /** By what part of the best value it may miss it; 0 where absent. */
  readonly relativeGap?: number;
  /** Only the aim and the bounds of its columns change between questions: each starts where the last one ended. */
  readonly isContinued?: boolean;
}

/**
 * A linear or integer program in the solver's memory, which lies outside JavaScript: dispose of it at the end. The same
 * questions in the same order have the same answers on every machine. What the solver cannot do becomes "undecided".
 *
 * Throws RangeError for what is no program: a column that does not exist, a number that is none.
 */
export class Program implements Disposable {
  readonly #solver: Solver;
  readonly #limits: Limits;
  readonly #columns: number;
  readonly #isWhole: boolean;
  readonly #model: Model | undefined;
  /** Whether the model in the solver's memory is the program that was asked for. */
  #isSound: boolean;
  /** Ends of the rows of a program without columns, which HiGHS calls empty whatever they are. */
  readonly #rowEnds: {readonly lower: number; readonly upper: number}[] = [];

  constructor(
    solver: Solver,
    data: ProgramData,
    {limits = usualLimits, gap = 1e-6, relativeGap = 0, isContinued = false}: Manner = {},
  ) {
    this.#solver = solver;
    this.#limits = limits;
    this.#columns = data.lower.length;
    this.#isWhole = data.isWhole !== undefined;
    for (let column = 0; column < this.#columns; column++) this.#check(column, data.lower[column], data.upper[column]);
    for (const row of data.rows) this.#checkRow(row);
    this.#model = solver.attempt((highs) => {
      const model = highs.createModel(modelDataOf(data, highs));
      model.options.set({output_flag: false, random_seed: 0, mip_rel_gap: relativeGap, mip_abs_gap: gap});
      model.options.set({simplex_iteration_limit: limits.steps, mip_max_nodes: limits.branches});
      if (isContinued) model.options.set({simplex_strategy: 4, presolve: "off"});
      return model;
    });
    this.#isSound = this.#model !== undefined;
  }

  setCost(column: number, cost: number): void {
    this.#check(column, cost);
    this.#change((model) => model.changeColCost(column, cost));
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.#check(column, lower, upper);
    this.#change((model) => model.changeColBounds(column, lower, upper));
  }

  /** Bounds of all columns at once. */
  setAllBounds(lower: Float64Array, upper: Float64Array): void {
    if (this.#columns === 0) return;
    this.#change((model) => model.changeColsBounds({kind: "range", from: 0, to: this.#columns - 1}, lower, upper));
  }

  addRow(row: Row): void {
    this.#checkRow(row);
    const entries = entriesOf(row);
    const [indices, values] = [Int32Array.from(entries.keys()), Float64Array.from(entries.values())];
    this.#change((model) => model.addRow(row.lower, row.upper, {indices, values}));
  }

  /** Makes the costs together as small or as large as can be. */
  solve(sense: "least" | "most" = "least"): SolverAnswer {
    if (!this.#isSound || this.#model === undefined) return {status: "undecided"};
    if (this.#columns === 0) return this.#solveEmpty();
    const model = this.#model;
    const answer = this.#solver.attempt((highs) => {
      const {minimize, maximize} = highs.constants.objectiveSense;
      model.changeObjectiveSense(sense === "least" ? minimize : maximize);
      return readAnswer(model, this.#run(model, highs), highs);
    });
    return answer ?? {status: "undecided"};
  }

  /**
   * After an answer "infeasible": weights of the rows in a sum of them that no values of the columns can satisfy
   * (Farkas). Undefined where the solver has none.
   */
  infeasibleSum(): Float64Array | undefined {
    const model = this.#model;
    return model && this.#solver.attempt(() => model.getDualRay()?.values);
  }

  [Symbol.dispose](): void {
    this.#solver.attempt(() => this.#model?.dispose());
  }

  /** HiGHS limits the steps of linear programs itself, and not those of the many within an integer program. */
  #run(model: Model, {constants}: Highs): RunResult {
    if (!this.#isWhole) return model.run();
    const {steps} = this.#limits;
    return model.run({
      [constants.callbackType.mipInterrupt](event) {
        if ((event.data.mip_total_lp_iterations ?? 0n) > steps) event.interrupt();
      },
    });
  }

  /** A program without columns: nothing can be chosen, and each row is true of 0 or not. */
  #solveEmpty(): SolverAnswer {
    if (this.#rowEnds.some(({lower, upper}) => lower > 0 || upper < 0)) return {status: "infeasible"};
    const rowDuals = new Float64Array(this.#rowEnds.length);
    return {status: "optimal", objective: 0, values: new Float64Array(), rowDuals, reducedCosts: new Float64Array()};
  }

  /** A change that fails leaves another program than was asked for: it has no answers any more. */
  #change(change: (model: Model) => unknown): void {
    const model = this.#model;
    if (model === undefined || !this.#isSound) return;
    this.#isSound = this.#solver.attempt(() => change(model)) !== undefined;
  }

  #checkRow({columns, coefficients, lower, upper}: Row): void {
    for (let at = 0; at < columns.length; at += 1) this.#check(columns[at] ?? -1, coefficients[at]);
    if (columns.length > 0) this.#check(columns[0] ?? -1, lower, upper);
    this.#rowEnds.push({lower, upper});
  }

  #check(column: number, one: number | undefined, other: number | undefined = 0): void {
    const isKnown = Number.isInteger(column) && column >= 0 && column < this.#columns;
    if (!isKnown) throw new RangeError(`the program has no column ${column}`);
    if (one === undefined || Number.isNaN(one) || Number.isNaN(other))
      throw new RangeError(`the program has no number at column ${column}`);
  }
}

function readAnswer(model: Model, {modelStatus}: RunResult, {constants}: Highs): SolverAnswer {
  const known = constants.modelStatus;
  if (modelStatus === known.infeasible) return {status: "infeasible"};
  if (modelStatus === known.unbounded) return {status: "unbounded"};
  const isFeasible = model.info.get("primal_solution_status") === constants.solutionStatus.feasible;
  if (!isFeasible) return {status: "undecided"};
  const {colValue: values, rowDual: rowDuals, colDual: reducedCosts} = model.getSolution();
  if (modelStatus !== known.optimal) return {status: "undecided", values};
  return {status: "optimal", objective: model.getObjectiveValue(), values, rowDuals, reducedCosts};
}
