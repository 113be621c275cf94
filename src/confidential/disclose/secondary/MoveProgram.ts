import type {Highs, Model} from "highs";
import type {CountModel, Move} from "./countModel.ts";

/** Below this a solution's value counts as whole: well above HiGHS' tolerance of 1e-7. */
const wholeTolerance = 1e-5;

/** How a cell is to be changed: by how many units at least and at most, in one direction. */
export interface Push {
  readonly cell: number;
  readonly change: 1 | -1;
  readonly least: number;
  readonly most: number;
}

/** The move found and how far it takes the pushed cell. */
export interface Pushed {
  readonly units: number;
  readonly move: Move;
}

/**
 * A linear program over moves: every cell has a rise and a fall, each with a price and a ceiling, and every equation
 * is kept. It stays in the solver's memory, so that the next question starts from the last answer.
 */
export class MoveProgram {
  readonly #model: Model;
  readonly #highs: Highs;
  readonly #size: number;
  readonly #ceilings: Float64Array;
  readonly #prices: Float64Array;

  constructor(highs: Highs, {cells, equations}: CountModel) {
    this.#highs = highs;
    this.#size = cells.length;
    this.#ceilings = new Float64Array(2 * cells.length);
    this.#prices = new Float64Array(2 * cells.length);
    this.#model = highs.createModel(programOf(cells.length, equations));
    this.#model.options.set({output_flag: false, time_limit: 3});
  }

  /** Lets a cell rise without end and fall by so much, at a price a unit. */
  open(cell: number, fall: number, price: number): void {
    this.#set(cell, Infinity, price);
    this.#set(cell + this.#size, fall, price);
  }

  /** Keeps a cell as it is. */
  close(cell: number): void {
    this.#set(cell, 0, 0);
    this.#set(cell + this.#size, 0, 0);
  }

  /** The cheapest move that takes the pushed cell as far as it goes; undefined where the least cannot be reached. */
  push({cell, change, least, most}: Push, whole: boolean): Pushed | undefined {
    const column = change === 1 ? cell : cell + this.#size;
    const opposite = change === 1 ? cell + this.#size : cell;
    this.#model.changeColBounds(column, least, most);
    this.#model.changeColBounds(opposite, 0, 0);
    // Reaching further is worth more than any detour costs, unless the reach is fixed.
    this.#model.changeColCost(column, least === most ? 0 : -1e4);
    if (whole) this.#setWhole(true);
    this.#model.zeroAllClocks();
    this.#model.run();
    const pushed = this.#read(column);
    if (whole) this.#setWhole(false);
    this.#restore(column);
    this.#restore(opposite);
    return pushed;
  }

  dispose(): void {
    this.#model.dispose();
  }

  #set(column: number, ceiling: number, price: number): void {
    this.#ceilings[column] = ceiling;
    this.#prices[column] = price;
    this.#restore(column);
  }

  #restore(column: number): void {
    const ceiling = this.#ceilings[column] ?? 0;
    this.#model.changeColBounds(column, 0, ceiling === Infinity ? this.#highs.infinity : ceiling);
    this.#model.changeColCost(column, this.#prices[column] ?? 0);
  }

  #setWhole(whole: boolean): void {
    const {integer, continuous} = this.#highs.constants.variableType;
    const types = new Int32Array(2 * this.#size).fill(whole ? integer : continuous);
    this.#model.changeColsIntegrality({kind: "range", from: 0, to: types.length - 1}, types);
  }

  #read(column: number): Pushed | undefined {
    if (this.#model.getModelStatus() !== this.#highs.constants.modelStatus.optimal) return undefined;
    const values = this.#model.getSolution().colValue;
    const move = new Map<number, number>();
    for (let cell = 0; cell < this.#size; cell++) {
      const change = (values[cell] ?? 0) - (values[cell + this.#size] ?? 0);
      if (Math.abs(change) > wholeTolerance) move.set(cell, change);
    }
    return {units: values[column] ?? 0, move};
  }
}

/** The move in whole units, or undefined where some cell moves by a fraction. */
export function wholeMove(move: Move): Move | undefined {
  const whole = new Map<number, number>();
  for (const [cell, change] of move) {
    const rounded = Math.round(change);
    if (Math.abs(change - rounded) > wholeTolerance) return undefined;
    if (rounded !== 0) whole.set(cell, rounded);
  }
  return whole;
}

function programOf(cells: number, equations: CountModel["equations"]): Parameters<Highs["createModel"]>[0] {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const add = (cell: number, sign: number): void => {
    indices.push(cell, cell + cells);
    values.push(sign, -sign);
  };
  for (const {total, parts} of equations) {
    add(total, -1);
    for (const part of parts) add(part, 1);
    starts.push(indices.length);
  }
  const zeros = (length: number): Float64Array => new Float64Array(length);
  return {
    numCols: 2 * cells,
    numRows: equations.length,
    colCost: zeros(2 * cells),
    colLower: zeros(2 * cells),
    colUpper: zeros(2 * cells),
    rowLower: zeros(equations.length),
    rowUpper: zeros(equations.length),
    matrix: {
      format: "csr",
      numRows: equations.length,
      numCols: 2 * cells,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
