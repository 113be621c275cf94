import type {Highs, Model} from "highs";
import type {Move, Push} from "./countModel.ts";
import type {Room} from "./roomOf.ts";
import {wholeTolerance} from "./wholeMove.ts";
import type {Web} from "./webOf.ts";

/** By how many units a cell may change at least and at most; both of one sign, or one of them zero. */
export interface Limit {
  readonly least: number;
  readonly most: number;
}

/** Limits by cell. */
export type Limits = ReadonlyMap<number, Limit>;

/**
 * A linear program over moves of some cells, all others kept as they are: every cell has a rise and a fall, each with a
 * price and a ceiling, and every equation is kept. It stays in the solver's memory, so that the next question starts from the last answer.
 */
export class MoveProgram {
  readonly #model: Model;
  readonly #highs: Highs;
  readonly #cells: readonly number[];
  /** Where each cell's rise stands among the columns; its fall stands beside it. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #ceilings: Float64Array;

  /** A program that speaks of these cells; none may change until it is opened. */
  constructor(highs: Highs, web: Web, cells: readonly number[]) {
    this.#highs = highs;
    this.#cells = cells;
    this.#places = new Map(cells.map((cell, index) => [cell, 2 * index]));
    this.#ceilings = new Float64Array(2 * cells.length);
    this.#model = highs.createModel(programOf(web, cells));
    this.#model.options.set({output_flag: false});
  }

  /** Whether the program speaks of a cell. */
  has(cell: number): boolean {
    return this.#places.has(cell);
  }

  /** Lets a cell rise and fall by so much, at a price a unit. */
  open(cell: number, {rise, fall}: Room, price: number): void {
    this.#set(cell, {rise, fall}, price);
  }

  /** Keeps a cell as it is. */
  close(cell: number): void {
    this.#set(cell, {rise: 0, fall: 0}, 0);
  }

  /**
   * The cheapest move that takes the cell so far, maybe in fractions; undefined where none does. `limits` are tighter
   * than the room of some cells.
   */
  push({cell, change, units}: Push, limits: Limits = new Map()): Move | undefined {
    const all = new Map(limits).set(cell, {least: change * units, most: change * units});
    for (const [limited, limit] of all) this.#limit(limited, limit);
    this.#model.zeroAllClocks();
    this.#model.run();
    const move = this.#read();
    for (const limited of all.keys()) this.#restore(limited);
    return move;
  }

  dispose(): void {
    this.#model.dispose();
  }

  #placeOf(cell: number): number {
    const place = this.#places.get(cell);
    if (place === undefined) throw new RangeError(`the program does not speak of cell ${String(cell)}`);
    return place;
  }

  #set(cell: number, {rise, fall}: Room, price: number): void {
    const place = this.#placeOf(cell);
    this.#ceilings.set([rise, fall], place);
    this.#model.changeColCost(place, price);
    this.#model.changeColCost(place + 1, price);
    this.#restore(cell);
  }

  #restore(cell: number): void {
    const place = this.#placeOf(cell);
    this.#bound(place, 0, this.#ceilings[place] ?? 0);
    this.#bound(place + 1, 0, this.#ceilings[place + 1] ?? 0);
  }

  #limit(cell: number, {least, most}: Limit): void {
    const place = this.#placeOf(cell);
    const [rise = 0, fall = 0] = this.#ceilings.subarray(place, place + 2);
    this.#bound(place, Math.max(0, least), Math.max(0, Math.min(rise, most)));
    this.#bound(place + 1, Math.max(0, -most), Math.max(0, Math.min(fall, -least)));
  }

  #bound(column: number, least: number, most: number): void {
    this.#model.changeColBounds(column, least, most === Infinity ? this.#highs.infinity : most);
  }

  #read(): Move | undefined {
    const {solutionStatus} = this.#highs.constants;
    if (this.#model.info.get("primal_solution_status") !== solutionStatus.feasible) return undefined;
    const values = this.#model.getSolution().colValue;
    const move = new Map<number, number>();
    this.#cells.forEach((cell, index) => {
      const change = (values[2 * index] ?? 0) - (values[2 * index + 1] ?? 0);
      if (Math.abs(change) > wholeTolerance) move.set(cell, change);
    });
    return move;
  }
}

/** Columns are the cells' rises and falls, rows the equations that they touch. */
function programOf(web: Web, cells: readonly number[]): Parameters<Highs["createModel"]>[0] {
  const rows = new Map<number, number>();
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const cell of cells) {
    for (const sign of [1, -1]) {
      for (let entry = web.cellStart[cell] ?? 0; entry < (web.cellStart[cell + 1] ?? 0); entry++) {
        const equation = web.cellEquation[entry] ?? 0;
        const row = rows.get(equation) ?? rows.size;
        rows.set(equation, row);
        indices.push(row);
        values.push(sign * (web.cellSign[entry] ?? 0));
      }
      starts.push(indices.length);
    }
  }
  const [numCols, numRows] = [2 * cells.length, rows.size];
  const zeros = (length: number): Float64Array => new Float64Array(length);
  return {
    numCols,
    numRows,
    colCost: zeros(numCols),
    colLower: zeros(numCols),
    colUpper: zeros(numCols),
    rowLower: zeros(numRows),
    rowUpper: zeros(numRows),
    matrix: {
      format: "csc",
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
