import {Program, type SolverAnswer as Solved, type Solver} from "../../solver/index.ts";
import type {Component} from "./components.ts";
import {roundSums} from "./roundSums.ts";

/** Whole counts for every cell of a component that satisfy all of its rows. */
export type WholeCounts = Int32Array;

/** What one program found: the best bound on the objective, and counts where whole ones were met on the way. */
export interface ProgramAnswer {
  /** `undecided`: the limit of work was reached, or the solver failed. */
  readonly status: "optimal" | "impossible" | "undecided";
  /** A value that no whole counts go beyond. */
  readonly bound: number;
  readonly witness?: WholeCounts;
  /** Weights of the rows in a linear program's proof. */
  readonly weights?: readonly number[];
}

/** What to find: the sum of some columns made as small or as large as possible. */
export interface Goal {
  readonly columns: readonly number[];
  readonly sense: "least" | "most";
}

const nothing: Goal = {columns: [], sense: "least"};

/** Room for rounding inside the solver; bounds and counts are whole. */
const tolerance = 1e-6;

/**
 * Linear and integer programs over one component; keeps its models between programs so that each starts from the last
 * one's answer. Dispose of it at the end: the memory lies outside JavaScript.
 */
export class ComponentSolver implements Disposable {
  readonly #component: Component;
  readonly #solver: Solver;
  #linear: Program | undefined;
  /** The linear program without what sums of a number say, where there are any: they seldom matter. */
  #plain: Program | undefined;
  /** The integer program over whole counts, its sums of a number being as they come out. */
  #counts: Program | undefined;
  #whole: Program | undefined;

  constructor(component: Component, solver: Solver) {
    this.#component = component;
    this.#solver = solver;
  }

  /** Any whole counts that satisfy everything. */
  findAny(): ProgramAnswer {
    return this.solve(nothing);
  }

  /**
   * First a linear program; where its answer is not whole an integer program over the counts, and over the sums of a number too
   * where no whole ones go with the counts found. `isEnough`: whether whoever asks need know no more than that no whole
   * counts go beyond a bound.
   */
  solve(goal: Goal, isEnough: (bound: number) => boolean = () => false): ProgramAnswer {
    const plain = this.#tryPlain(goal, isEnough);
    if (plain !== undefined) return plain;
    const relaxed = this.relax(goal);
    const isSettled = relaxed.status === "optimal" && isEnough(relaxed.bound);
    if (relaxed.status === "impossible" || relaxed.witness !== undefined || isSettled) return relaxed;
    return this.#tryCounts(goal, isEnough) ?? this.#run(this.#wholeModel(), goal);
  }

  /** The linear program alone: its bound holds, its counts need not be whole. */
  relax(goal: Goal): ProgramAnswer {
    return this.#run(this.#linearModel(), goal);
  }

  /** Whether a cell can be `value`: whole counts with it, if there are any. */
  findWith(column: number, value: number): ProgramAnswer {
    const {lower, upper} = this.#component;
    const fix = (program: Program): void => program.setBounds(column, value, value);
    fix(this.#linearModel());
    if (this.#hasSums()) fix(this.#plainModel());
    if (this.#counts !== undefined) fix(this.#counts);
    if (this.#whole !== undefined) fix(this.#whole);
    try {
      const plain = this.#tryPlain(nothing);
      if (plain !== undefined) return plain;
      const relaxed = this.relax(nothing);
      if (relaxed.status === "impossible" || relaxed.witness !== undefined) return relaxed;
      if (this.#hasSums()) fix(this.#countsModel());
      const counted = this.#tryCounts(nothing);
      if (counted !== undefined) return counted;
      fix(this.#wholeModel());
      return this.#run(this.#wholeModel(), nothing);
    } finally {
      for (const program of this.#programs()) program?.setBounds(column, lower[column] ?? 0, upper[column] ?? 0);
    }
  }

  [Symbol.dispose](): void {
    for (const program of this.#programs()) program?.[Symbol.dispose]();
  }

  #programs(): readonly (Program | undefined)[] {
    return [this.#linear, this.#plain, this.#counts, this.#whole];
  }

  /** What the program without sums finds, where sums can be given to its counts or its bound is enough, so that they do not matter. */
  #tryPlain(goal: Goal, isEnough: (bound: number) => boolean = () => false): ProgramAnswer | undefined {
    return this.#isOfCountsBesideSums(goal) ? this.#trySums(this.#plainModel(), goal, isEnough) : undefined;
  }

  /** What the integer program over counts alone finds, where whole sums can be given to its counts or its bound is enough. */
  #tryCounts(goal: Goal, isEnough: (bound: number) => boolean = () => false): ProgramAnswer | undefined {
    return this.#isOfCountsBesideSums(goal) ? this.#trySums(this.#countsModel(), goal, isEnough) : undefined;
  }

  /** What a program finds that asks less of sums than they are, where that settles what all ask. */
  #trySums(program: Program, goal: Goal, isEnough: (bound: number) => boolean): ProgramAnswer | undefined {
    const answer = this.#run(program, goal);
    const isSettled = answer.status === "optimal" && isEnough(answer.bound);
    return answer.status === "impossible" || answer.witness !== undefined || isSettled ? answer : undefined;
  }

  #isOfCountsBesideSums({columns}: Goal): boolean {
    return this.#hasSums() && !columns.some((column) => this.#component.isSum[column]);
  }

  #hasSums(): boolean {
    return this.#component.isSum.includes(true);
  }

  #linearModel(): Program {
    return (this.#linear ??= this.#create(this.#component.rows));
  }

  #plainModel(): Program {
    const {rows, isSum} = this.#component;
    const ofCounts = rows.filter(({columns}) => !columns.some((column) => isSum[column]));
    return (this.#plain ??= this.#create(ofCounts));
  }

  #countsModel(): Program {
    const {rows, isSum} = this.#component;
    return (this.#counts ??= this.#create(rows, (column) => isSum[column] !== true));
  }

  #wholeModel(): Program {
    return (this.#whole ??= this.#create(this.#component.rows, () => true));
  }

  #create(rows: Component["rows"], isWhole?: (column: number) => boolean): Program {
    const {lower, upper} = this.#component;
    const data = {rows, lower, upper, ...(isWhole && {isWhole})};
    // The aim is a sum of counts: an answer within half a one of the best is the best.
    return new Program(this.#solver, data, {gap: 0.5});
  }

  #run(program: Program, {columns, sense}: Goal): ProgramAnswer {
    for (const column of columns) program.setCost(column, 1);
    const answer = this.#read(program.solve(sense), sense);
    for (const column of columns) program.setCost(column, 0);
    return answer;
  }

  #read(answer: Solved, sense: Goal["sense"]): ProgramAnswer {
    if (answer.status === "infeasible") return {status: "impossible", bound: NaN};
    if (answer.status !== "optimal") return {status: "undecided", bound: NaN};
    const {objective, values, rowDuals} = answer;
    // Adding 0 turns the negative zero that rounding can give into 0.
    const bound = sense === "least" ? Math.ceil(objective - tolerance) + 0 : Math.floor(objective + tolerance) + 0;
    const witness = this.#asWitness(values);
    return {status: "optimal", bound, weights: [...rowDuals], ...(witness && {witness})};
  }

  /** The counts as whole numbers, where they are whole and satisfy every row exactly. */
  #asWitness(values: Float64Array): WholeCounts | undefined {
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
