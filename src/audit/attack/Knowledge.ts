import type {Component} from "./components.ts";
import type {ProgramAnswer, ComponentSolver, WholeCounts} from "./ComponentSolver.ts";

/** What has been found of one column: which values whole counts can give it, and ends that nothing goes beyond. */
export interface Known {
  /** Possible values, each with the number of the witness that has it. */
  readonly seen: ReadonlyMap<number, number>;
  /** Proven ends: no whole counts go beyond. */
  readonly least: number;
  readonly most: number;
  /** Values between the ends that were proved impossible. */
  readonly impossible: ReadonlySet<number>;
}

/**
 * Everything found so far about one component. Every witness shows a possible value of every cell at once, so that
 * most cells are settled by programs that were run for others.
 */
export class Knowledge {
  readonly witnesses: WholeCounts[] = [];
  /** Whether a program was left undecided: what is not settled then stays open. */
  isUndecided = false;
  readonly #solver: ComponentSolver;
  readonly #columns: {seen: Map<number, number>; least: number; most: number; impossible: Set<number>}[];

  constructor({cells, lower, upper}: Component, solver: ComponentSolver) {
    this.#solver = solver;
    this.#columns = cells.map((_, column) => ({
      seen: new Map<number, number>(),
      least: lower[column] ?? 0,
      most: upper[column] ?? 0,
      impossible: new Set<number>(),
    }));
  }

  of(column: number): Known {
    const known = this.#columns[column];
    if (known === undefined) throw new RangeError(`there is no column ${column}`);
    return known;
  }

  add(witness: WholeCounts | undefined): void {
    if (witness === undefined) return;
    const index = this.witnesses.push(witness) - 1;
    this.#columns.forEach(({seen}, column) => {
      const value = witness[column] ?? 0;
      if (!seen.has(value)) seen.set(value, index);
    });
  }

  /** Finds the smallest or largest value that whole counts can give a column. */
  findEnd(column: number, sense: "least" | "most"): boolean {
    const known = this.#columns[column];
    if (known === undefined) return true;
    const reached = sense === "least" ? Math.min(...known.seen.keys()) : Math.max(...known.seen.keys());
    if (reached === known[sense]) return true;
    const answer = this.#solver.solve({columns: [column], sense}, (bound) => bound === reached);
    this.add(answer.witness);
    if (answer.status === "optimal") known[sense] = answer.bound;
    // An end without whole counts that have it, checked by adding up, is no end that is reached.
    const isSettled = answer.status === "optimal" && known.seen.has(answer.bound);
    if (!isSettled) this.isUndecided = true;
    return isSettled;
  }

  /** Finds out whether a column can have a value. */
  tryValue(column: number, value: number): void {
    const known = this.#columns[column];
    if (known === undefined || value < known.least || value > known.most) return;
    if (known.seen.has(value) || known.impossible.has(value)) return;
    const answer = this.#solver.findWith(column, value);
    this.add(answer.witness);
    if (answer.status === "impossible") known.impossible.add(value);
    else if (answer.witness === undefined) this.isUndecided = true;
  }

  /** The linear program for an end of a column: its weights say which statements prove the end. */
  prove(column: number, sense: "least" | "most"): ProgramAnswer {
    return this.#solver.relax({columns: [column], sense});
  }

  /** The proven most of a sum of some columns where that is below a value; nothing where it may reach it. */
  mostBelow(value: number, columns: readonly number[]): number | undefined {
    const sumOf = (witness: WholeCounts) => columns.reduce((sum, column) => sum + (witness[column] ?? 0), 0);
    if (this.witnesses.some((witness) => sumOf(witness) >= value)) return undefined;
    const answer = this.#solver.solve({columns, sense: "most"}, (bound) => bound < value);
    this.add(answer.witness);
    return answer.status === "optimal" && answer.bound < value ? answer.bound : undefined;
  }
}
