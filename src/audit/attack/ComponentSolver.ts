import highs, {type Highs, type Model} from "highs";
import type {Component} from "./components.ts";
import {roundSums} from "./roundSums.ts";

/** Whole counts for every cell of a component that satisfy all of its rows. */
export type Witness = Int32Array;

/** What one program found: the best bound on the objective, and counts where whole ones were met on the way. */
export interface Answer {
  /** `undecided`: the time limit was met. */
  readonly status: "optimal" | "impossible" | "undecided";
  /** A value that no whole counts go beyond. */
  readonly bound: number;
  readonly witness?: Witness;
  /** Weights of the rows in a linear program's proof. */
  readonly weights?: readonly number[];
}

/** What to find: the sum of some columns made as small or as large as possible. */
export interface Goal {
  readonly columns: readonly number[];
  readonly sense: "least" | "most";
}

const nothing: Goal = {columns: [], sense: "least"};

/** Seconds that one integer program may take. */
const timeLimit = 10;

/** Room for rounding inside the solver; bounds and counts are whole. */
const tolerance = 1e-6;

/**
 * Linear and integer programs over one component; keeps its models between programs so that each starts from the last
 * one's answer. Call {@link dispose} at the end: the memory lies outside JavaScript.
 */
export class ComponentSolver {
  readonly #component: Component;
  readonly #highs: Highs;
  #linear: Model | undefined;
  /** The linear program without what sums of a number say, where there are any: they seldom matter. */
  #plain: Model | undefined;
  #whole: Model | undefined;

  constructor(component: Component, highs: Highs) {
    this.#component = component;
    this.#highs = highs;
  }

  /** Any whole counts that satisfy everything. */
  findAny(): Answer {
    return this.solve(nothing);
  }

  /**
   * First a linear program; an integer program where its answer is not whole. `reached` is a value of the goal that some
   * whole counts are known to have: nothing more is to be found where the linear program's bound is no better.
   */
  solve(goal: Goal, reached?: number): Answer {
    const plain = this.#tryPlain(goal);
    if (plain !== undefined) return plain;
    const relaxed = this.relax(goal);
    const isSettled = relaxed.status === "optimal" && relaxed.bound === reached;
    if (relaxed.status === "impossible" || relaxed.witness !== undefined || isSettled) return relaxed;
    return this.#run(this.#wholeModel(), goal);
  }

  /** The linear program alone: its bound holds, its counts need not be whole. */
  relax(goal: Goal): Answer {
    return this.#run(this.#linearModel(), goal);
  }

  /** Whether a cell can be `value`: whole counts with it, if there are any. */
  findWith(column: number, value: number): Answer {
    const {lower, upper} = this.#component;
    const fix = (model: Model) => model.changeColBounds(column, value, value);
    fix(this.#linearModel());
    if (this.#hasSums()) fix(this.#plainModel());
    if (this.#whole !== undefined) fix(this.#whole);
    try {
      const plain = this.#tryPlain(nothing);
      if (plain !== undefined) return plain;
      const relaxed = this.relax(nothing);
      if (relaxed.status === "impossible" || relaxed.witness !== undefined) return relaxed;
      fix(this.#wholeModel());
      return this.#run(this.#wholeModel(), nothing);
    } finally {
      for (const model of [this.#linear, this.#plain, this.#whole])
        model?.changeColBounds(column, lower[column] ?? 0, upper[column] ?? 0);
    }
  }

  dispose(): void {
    this.#linear?.dispose();
    this.#plain?.dispose();
    this.#whole?.dispose();
  }

  /** What the program without sums finds, where sums can be given to its counts, so that they do not matter. */
  #tryPlain(goal: Goal): Answer | undefined {
    const {isSum} = this.#component;
    if (!this.#hasSums() || goal.columns.some((column) => isSum[column])) return undefined;
    const {status, bound, witness} = this.#run(this.#plainModel(), goal);
    if (status === "impossible") return {status, bound};
    return witness && {status, bound, witness};
  }

  #hasSums(): boolean {
    return this.#component.isSum.includes(true);
  }

  #linearModel(): Model {
    return (this.#linear ??= this.#create(this.#component.rows, false));
  }

  #plainModel(): Model {
    const {rows, isSum} = this.#component;
    const ofCounts = rows.filter(({columns}) => !columns.some((column) => isSum[column]));
    return (this.#plain ??= this.#create(ofCounts, false));
  }

  #wholeModel(): Model {
    return (this.#whole ??= this.#create(this.#component.rows, true));
  }

  #create(rows: Component["rows"], isWhole: boolean): Model {
    const {cells, lower, upper} = this.#component;
    const {constants, infinity} = this.#highs;
    const finite = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity);
    const starts = [0];
    for (const {columns} of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
    const model = this.#highs.createModel({
      numCols: cells.length,
      numRows: rows.length,
      colCost: new Float64Array(cells.length),
      colLower: Float64Array.from(lower),
      colUpper: Float64Array.from(upper),
      rowLower: Float64Array.from(rows, (row) => finite(row.lower)),
      rowUpper: Float64Array.from(rows, (row) => finite(row.upper)),
      matrix: {
        format: "csr",
        numCols: cells.length,
        numRows: rows.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({columns}) => columns)),
        values: Float64Array.from(rows.flatMap(({coefficients}) => coefficients)),
      },
      ...(isWhole && {integrality: cells.map(() => constants.variableType.integer)}),
    });
    model.options.set({output_flag: false, time_limit: timeLimit, mip_rel_gap: 0, mip_abs_gap: 0.5});
    return model;
  }

  #run(model: Model, {columns, sense}: Goal): Answer {
    const {objectiveSense} = this.#highs.constants;
    model.changeObjectiveSense(sense === "least" ? objectiveSense.minimize : objectiveSense.maximize);
    for (const column of columns) model.changeColCost(column, 1);
    model.zeroAllClocks();
    model.run();
    const answer = this.#read(model, sense);
    for (const column of columns) model.changeColCost(column, 0);
    return answer;
  }

  #read(model: Model, sense: Goal["sense"]): Answer {
    const {modelStatus} = this.#highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return {status: "impossible", bound: NaN};
    if (status !== modelStatus.optimal) return {status: "undecided", bound: NaN};
    const value = model.getObjectiveValue();
    const {colValue, rowDual} = model.getSolution();
    // Adding 0 turns the negative zero that rounding can give into 0.
    const bound = sense === "least" ? Math.ceil(value - tolerance) + 0 : Math.floor(value + tolerance) + 0;
    const witness = this.#asWitness(colValue);
    return {status: "optimal", bound, weights: [...rowDual], ...(witness && {witness})};
  }

  /** The counts as whole numbers, where they are whole and satisfy every row exactly. */
  #asWitness(values: Float64Array): Witness | undefined {
    const {rows, lower, upper} = this.#component;
    const witness = Int32Array.from(roundSums(this.#component, values) ?? Array.from(values, Math.round));
    const isWithin = witness.every((value, column) => value >= (lower[column] ?? 0) && value <= (upper[column] ?? 0));
    const holds = rows.every((row) => {
      const sum = row.columns.reduce(
        (total, column, at) => total + (row.coefficients[at] ?? 0) * (witness[column] ?? 0),
        0,
      );
      return sum >= row.lower && sum <= row.upper;
    });
    return isWithin && holds ? witness : undefined;
  }
}

/** The solver, loaded once. */
export function loadSolver(): Promise<Highs> {
  // The package's types are those of its CommonJS build, where the loader is a property of the module; here it is the module.
  const load = highs as unknown as typeof highs.default;
  return (loaded ??= load());
}

let loaded: Promise<Highs> | undefined;
