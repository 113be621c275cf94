import type {Highs, Model} from "highs";
import type {CountModel, Move} from "./countModel.ts";
import type {Room} from "./roomOf.ts";

/** Below this a solution's value counts as whole: well above HiGHS' tolerance of 1e-7. */
const wholeTolerance = 1e-5;

/** Branches of an integer program before it is given up: a way that is not found is one not taken. */
const mostNodes = 60;

/** The most units by which an integer program changes a cell. */
const mostWhole = 3;

/** Prices up to this are only there to keep moves short. */
const lowPrice = 1e-3;

/** How a cell is to be changed: by how many units at least and at most, in one direction. */
export interface Push {
  readonly cell: number;
  readonly change: 1 | -1;
  readonly least: number;
  readonly most: number;
}

/** How to look for the move. */
export interface Search {
  /** In whole units: by an integer program. */
  readonly whole?: boolean;
  /** At no price: any move does, the first that is found. */
  readonly free?: boolean;
  /** With other prices for what is open at the lowest price, to come to another corner; a number for each order. */
  readonly shuffle?: number;
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
    // Limits by nodes, not by time: the same question has the same answer however busy the machine is.
    this.#model.options.set({output_flag: false, mip_max_nodes: mostNodes, mip_rel_gap: 0.1});
  }

  /** Lets a cell rise and fall by so much, at a price a unit. */
  open(cell: number, {rise, fall}: Room, price: number): void {
    this.#set(cell, rise, price);
    this.#set(cell + this.#size, fall, price);
  }

  /** Keeps a cell as it is. */
  close(cell: number): void {
    this.#set(cell, 0, 0);
    this.#set(cell + this.#size, 0, 0);
  }

  /** The cheapest move that takes the pushed cell as far as it goes; undefined where the least cannot be reached. */
  push({cell, change, least, most}: Push, {whole = false, free = false, shuffle = 0}: Search): Pushed | undefined {
    const column = change === 1 ? cell : cell + this.#size;
    const opposite = change === 1 ? cell + this.#size : cell;
    if (whole) this.#setWhole(true);
    this.#model.changeColBounds(column, least, most);
    this.#model.changeColBounds(opposite, 0, 0);
    if (shuffle > 0) this.#setPrices(this.#prices.map((price, other) => shufflePrice(price, other, shuffle)));
    if (free) this.#setPrices(new Float64Array(2 * this.#size));
    // Reaching further is worth more than any detour costs, unless the reach is fixed.
    this.#model.changeColCost(column, least === most || free ? 0 : -1e4);
    this.#model.zeroAllClocks();
    this.#model.run();
    const pushed = this.#read(column);
    if (whole) this.#setWhole(false);
    if (shuffle > 0 || free) this.#setPrices(this.#prices);
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

  #setPrices(prices: Float64Array): void {
    this.#model.changeColsCost({kind: "range", from: 0, to: prices.length - 1}, prices);
  }

  /** Whole units, and few of each cell: what takes more is rarely the only way, and long to look for. */
  #setWhole(whole: boolean): void {
    const {integer, continuous} = this.#highs.constants.variableType;
    const all = {kind: "range", from: 0, to: 2 * this.#size - 1} as const;
    this.#model.changeColsIntegrality(all, new Int32Array(2 * this.#size).fill(whole ? integer : continuous));
    const most = whole ? mostWhole : this.#highs.infinity;
    const ceilings = this.#ceilings.map((ceiling) => Math.min(ceiling, most));
    this.#model.changeColsBounds(all, new Float64Array(2 * this.#size), ceilings);
  }

  #read(column: number): Pushed | undefined {
    const {solutionStatus} = this.#highs.constants;
    if (this.#model.info.get("primal_solution_status") !== solutionStatus.feasible) return undefined;
    const values = this.#model.getSolution().colValue;
    const move = new Map<number, number>();
    for (let cell = 0; cell < this.#size; cell++) {
      const change = (values[cell] ?? 0) - (values[cell + this.#size] ?? 0);
      if (Math.abs(change) > wholeTolerance) move.set(cell, change);
    }
    return {units: values[column] ?? 0, move};
  }
}

/**
 * A low price made less low, by another factor for every column: enough to turn a program to another corner, too little
 * to outweigh a published cell. Spread by a multiplicative hash (Knuth), the same on every machine.
 */
function shufflePrice(price: number, column: number, shuffle: number): number {
  if (price > lowPrice) return price;
  return 0.05 * (1 + (Math.imul(column + 1, 2654435761 + 2 * shuffle) >>> 0) / 2 ** 30);
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
