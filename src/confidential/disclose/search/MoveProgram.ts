import {Program, type SolverAnswer, type ProgramData, type Row, type Solver} from "../../../solver/index.ts";
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
export type MoveLimits = ReadonlyMap<number, Limit>;

/**
 * A linear program over moves of some cells, all others kept as they are: every cell has a rise and a fall, each with a
 * price and a ceiling, and every equation is kept. It stays in the solver's memory, so that the next question starts from the last answer.
 */
export class MoveProgram implements Disposable {
  readonly #program: Program;
  readonly #web: Web;
  readonly #cells: readonly number[];
  /** Where each cell's rise stands among the columns; its fall stands beside it. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #ceilings: Float64Array;

  /** A program that speaks of these cells; none may change until it is opened. */
  constructor(solver: Solver, web: Web, cells: readonly number[]) {
    this.#web = web;
    this.#cells = cells;
    this.#places = new Map(cells.map((cell, index) => [cell, 2 * index]));
    this.#ceilings = new Float64Array(2 * cells.length);
    this.#program = new Program(solver, programOf(web, cells));
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
  push({cell, change, units}: Push, limits: MoveLimits = new Map()): Move | undefined {
    const all = new Map(limits).set(cell, {least: change * units, most: change * units});
    for (const [limited, limit] of all) this.#limit(limited, limit);
    const move = this.#read(this.#program.solve());
    for (const limited of all.keys()) this.#restore(limited);
    return move;
  }

  /** Whether a move in whole units keeps every equation and the room of every cell: checked without the solver. */
  isPossible(move: Move): boolean {
    const {cellStart, cellEquation, cellSign} = this.#web;
    const sums = new Map<number, number>();
    for (const [cell, change] of move) {
      const place = this.#placeOf(cell);
      if (change > (this.#ceilings[place] ?? 0) || -change > (this.#ceilings[place + 1] ?? 0)) return false;
      for (let entry = cellStart[cell] ?? 0; entry < (cellStart[cell + 1] ?? 0); entry++) {
        const equation = cellEquation[entry] ?? 0;
        sums.set(equation, (sums.get(equation) ?? 0) + change * (cellSign[entry] ?? 0));
      }
    }
    return sums.values().every((sum) => sum === 0);
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }

  #placeOf(cell: number): number {
    const place = this.#places.get(cell);
    if (place === undefined) throw new RangeError(`the program does not speak of cell ${String(cell)}`);
    return place;
  }

  #set(cell: number, {rise, fall}: Room, price: number): void {
    const place = this.#placeOf(cell);
    this.#ceilings.set([rise, fall], place);
    this.#program.setCost(place, price);
    this.#program.setCost(place + 1, price);
    this.#restore(cell);
  }

  #restore(cell: number): void {
    const place = this.#placeOf(cell);
    this.#program.setBounds(place, 0, this.#ceilings[place] ?? 0);
    this.#program.setBounds(place + 1, 0, this.#ceilings[place + 1] ?? 0);
  }

  #limit(cell: number, {least, most}: Limit): void {
    const place = this.#placeOf(cell);
    const [rise = 0, fall = 0] = this.#ceilings.subarray(place, place + 2);
    this.#program.setBounds(place, Math.max(0, least), Math.max(0, Math.min(rise, most)));
    this.#program.setBounds(place + 1, Math.max(0, -most), Math.max(0, Math.min(fall, -least)));
  }

  #read(answer: SolverAnswer): Move | undefined {
    const values = "values" in answer ? answer.values : undefined;
    if (values === undefined) return undefined;
    const move = new Map<number, number>();
    this.#cells.forEach((cell, index) => {
      const change = (values[2 * index] ?? 0) - (values[2 * index + 1] ?? 0);
      if (Math.abs(change) > wholeTolerance) move.set(cell, change);
    });
    return move;
  }
}

/** Columns are the cells' rises and falls, rows the equations that they touch. */
function programOf(web: Web, cells: readonly number[]): ProgramData {
  const rows = new Map<number, {readonly columns: number[]; readonly coefficients: number[]}>();
  cells.forEach((cell, index) => {
    for (let entry = web.cellStart[cell] ?? 0; entry < (web.cellStart[cell + 1] ?? 0); entry++) {
      const equation = web.cellEquation[entry] ?? 0;
      const sign = web.cellSign[entry] ?? 0;
      const row = rows.get(equation) ?? {columns: [], coefficients: []};
      rows.set(equation, row);
      row.columns.push(2 * index, 2 * index + 1);
      row.coefficients.push(sign, -sign);
    }
  });
  const closed = new Float64Array(2 * cells.length);
  const kept: readonly Row[] = [...rows.values()].map((row) => ({...row, lower: 0, upper: 0}));
  return {lower: closed, upper: closed, rows: kept};
}
