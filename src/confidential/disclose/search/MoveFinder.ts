import type {Solver} from "../../../solver/index.ts";
import type {Move, Push} from "./countModel.ts";
import {MovePool} from "./MovePool.ts";
import {MoveProgram} from "./MoveProgram.ts";
import {MoveSearch} from "./MoveSearch.ts";
import {pushWhole} from "./pushWhole.ts";
import type {Room} from "./roomOf.ts";
import type {Web} from "./webOf.ts";

/** Keeps moves short. */
const price = 1e-4;

/**
 * Finds whole moves through open cells: one that is known, or one that a search comes upon, or else one that a linear
 * program gives, or an integer program where that leaves fractions.
 */
export class MoveFinder implements Disposable {
  readonly #solver: Solver;
  readonly #web: Web;
  readonly #rooms: readonly Room[];
  readonly #isOpen = new Set<number>();
  readonly #pool: MovePool;
  readonly #search: MoveSearch;
  /** Speaks of the cells that were open when it was last needed. */
  #program: MoveProgram | undefined;

  constructor(solver: Solver, web: Web, rooms: readonly Room[]) {
    this.#solver = solver;
    this.#web = web;
    this.#rooms = rooms;
    this.#pool = new MovePool(rooms);
    this.#search = new MoveSearch(web, rooms);
  }

  /** Lets a cell change. */
  open(cell: number): void {
    this.#isOpen.add(cell);
    this.#pool.open(cell);
    this.#search.open(cell);
    if (this.#program?.has(cell) === true) this.#program.open(cell, this.#roomOf(cell), price);
    else this.#drop();
  }

  /** Keeps a cell as it is. */
  close(cell: number): void {
    this.#isOpen.delete(cell);
    this.#pool.close(cell);
    this.#search.close(cell);
    if (this.#program?.has(cell) === true) this.#program.close(cell);
  }

  /** A move that takes the cell exactly so many units; undefined where there is none, or none that is found. */
  find(push: Push): Move | undefined {
    const known = this.#pool.find(push);
    if (known !== undefined) return known;
    const found = this.#search.find(push);
    if (found === "impossible") return undefined;
    const move = found === "unknown" ? this.#solve(push) : found;
    if (move !== undefined) this.#pool.add(move);
    return move;
  }

  [Symbol.dispose](): void {
    this.#drop();
  }

  #solve(push: Push): Move | undefined {
    this.#program ??= this.#programOver([...this.#isOpen]);
    return pushWhole(this.#program, push);
  }

  #programOver(cells: readonly number[]): MoveProgram {
    const program = new MoveProgram(this.#solver, this.#web, cells);
    for (const cell of cells) program.open(cell, this.#roomOf(cell), price);
    return program;
  }

  #drop(): void {
    this.#program?.[Symbol.dispose]();
    this.#program = undefined;
  }

  #roomOf(cell: number): Room {
    return this.#rooms[cell] ?? {rise: 0, fall: 0};
  }
}
