import type {AuditModel} from "./auditModel.ts";

/** One step of reasoning: a statement narrows what a count can be. */
export interface Step {
  readonly cell: number;
  readonly side: "lower" | "upper";
  readonly value: number;
  /** Index of the constraint that says so. */
  readonly constraint: number;
}

/** What the reader knows of every count after subtracting wherever a statement allows it. */
export interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Every step in its order. */
  readonly steps: readonly Step[];
  /** A constraint that no counts can satisfy: the printed numbers contradict each other. */
  readonly broken?: number;
}

/**
 * Narrows the range of every count, one statement at a time, until no single statement says more. What the range is
 * then can be explained by subtraction alone.
 */
export function propagate(model: AuditModel): Bounds {
  return new Propagation(model).run();
}

/** Rounds of narrowing after which the integer programs take over; steps of 1 towards a far bound never end soon. */
const roundsPerConstraint = 40;

class Propagation {
  readonly #model: AuditModel;
  readonly #lower: number[];
  readonly #upper: number[];
  readonly #steps: Step[] = [];
  readonly #touching: readonly (readonly number[])[];

  constructor(model: AuditModel) {
    this.#model = model;
    this.#lower = model.cells.map(({lower}) => lower);
    this.#upper = model.cells.map(({upper}) => upper);
    const touching: number[][] = model.cells.map(() => []);
    model.constraints.forEach(({cells}, constraint) => {
      for (const cell of cells) touching[cell]?.push(constraint);
    });
    this.#touching = touching;
  }

  run(): Bounds {
    const {constraints} = this.#model;
    const queue = constraints.map((_, index) => index);
    const waiting = new Set(queue);
    const result = {lower: this.#lower, upper: this.#upper, steps: this.#steps};
    const limit = roundsPerConstraint * constraints.length;
    for (let next = 0; next < queue.length && next < limit; next += 1) {
      const constraint = queue[next] ?? 0;
      waiting.delete(constraint);
      const narrowed = this.#narrow(constraint);
      if (narrowed === undefined) return {...result, broken: constraint};
      for (const other of narrowed.flatMap((cell) => this.#touching[cell] ?? [])) {
        if (waiting.has(other)) continue;
        waiting.add(other);
        queue.push(other);
      }
    }
    return result;
  }

  /** The cells that a constraint narrows; nothing where it cannot hold. */
  #narrow(constraint: number): readonly number[] | undefined {
    const {cells, coefficients, lower, upper} = this.#model.constraints[constraint] ?? noConstraint;
    const least = cells.map((cell, at) => this.#end(cell, coefficients[at] ?? 0, "least"));
    const most = cells.map((cell, at) => this.#end(cell, coefficients[at] ?? 0, "most"));
    const sumLeast = sum(least);
    const sumMost = sum(most);
    if (sumLeast > upper || sumMost < lower) return undefined;
    const narrowed: number[] = [];
    cells.forEach((cell, at) => {
      const coefficient = coefficients[at] ?? 0;
      const room = {
        from: (lower - (sumMost - (most[at] ?? 0))) / coefficient,
        to: (upper - (sumLeast - (least[at] ?? 0))) / coefficient,
      };
      const [from, to] = coefficient > 0 ? [room.from, room.to] : [room.to, room.from];
      const isRaised = this.#raise({cell, constraint}, Math.ceil(from) + 0);
      const isReduced = this.#reduce({cell, constraint}, Math.floor(to) + 0);
      if (isRaised || isReduced) {
        narrowed.push(cell);
      }
    });
    return narrowed;
  }

  #end(cell: number, coefficient: number, end: "least" | "most"): number {
    const isLower = coefficient > 0 === (end === "least");
    return coefficient * ((isLower ? this.#lower[cell] : this.#upper[cell]) ?? 0);
  }

  #raise({cell, constraint}: {cell: number; constraint: number}, value: number): boolean {
    if (!(value > (this.#lower[cell] ?? 0))) return false;
    this.#lower[cell] = value;
    this.#steps.push({cell, side: "lower", value, constraint});
    return true;
  }

  #reduce({cell, constraint}: {cell: number; constraint: number}, value: number): boolean {
    if (!(value < (this.#upper[cell] ?? 0))) return false;
    this.#upper[cell] = value;
    this.#steps.push({cell, side: "upper", value, constraint});
    return true;
  }
}

const noConstraint = {cells: [], coefficients: [], lower: 0, upper: 0};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
