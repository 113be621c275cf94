import type {Move, Push} from "./countModel.ts";
import type {Room} from "./roomOf.ts";
import type {Web} from "./webOf.ts";

/**
 * How often a search starts afresh, and how many partial moves it looks at each time. Many short searches, each with
 * another order among equals, find moves that one long search misses: a bad first choice costs little.
 */
const starts = 40;
const looks = 30;

/** How many changes a move may have: few at first, because short moves serve more cells, one more each time. */
const fewestChanges = 7;
const mostChanges = 40;

/** A move, or what is known where none was found. */
export type MoveAnswer = Move | "impossible" | "unknown";

/** A cell that would bring an equation nearer to balance, and by how much it would change the imbalance in all. */
interface Candidate {
  readonly cell: number;
  readonly change: 1 | -1;
  readonly imbalance: number;
  /** Settles ties, another way at each start. */
  readonly rank: number;
}

/**
 * Looks for moves without a solver: changes a cell and then, one after the other, further cells that bring the broken
 * equations back to balance, first where there is least choice. Every whole move through the cell is built up in this
 * way in some order, so that a search that ends without a cut proves that there is none.
 */
export class MoveSearch {
  readonly #web: Web;
  readonly #rooms: readonly Room[];
  readonly #isOpen: Uint8Array;
  readonly #moved: Int32Array;
  /** By how much the parts of each equation exceed its total. */
  readonly #excess: Int32Array;
  readonly #broken = new Set<number>();
  #looks = 0;
  #isCut = false;
  #mayTurn = false;
  #order = 0;
  #pushed = -1;

  constructor(web: Web, rooms: readonly Room[]) {
    this.#web = web;
    this.#rooms = rooms;
    this.#isOpen = new Uint8Array(web.cells);
    this.#moved = new Int32Array(web.cells);
    this.#excess = new Int32Array(web.equations);
  }

  /** Lets a cell change. */
  open(cell: number): void {
    this.#isOpen[cell] = 1;
  }

  /** Keeps a cell as it is. */
  close(cell: number): void {
    this.#isOpen[cell] = 0;
  }

  /** A move of whole counts that takes a cell exactly so many units in a direction, by open cells in their rooms. */
  find({cell, change, units}: Push): MoveAnswer {
    const {rise = 0, fall = 0} = this.#rooms[cell] ?? {};
    if (this.#isOpen[cell] === 0 || units > (change === 1 ? rise : fall)) return "impossible";
    this.#pushed = cell;
    for (let start = 0; start < starts; start++) {
      this.#order = start;
      // By turns all units in one go, which alone proves anything, and one after the other, which is found sooner.
      const stride = start % 2 === 0 ? units : 1;
      const isFound = this.#goOn(change * stride, units / stride, Math.min(mostChanges, fewestChanges + start));
      const move = this.#takeBack();
      if (isFound) return move;
      if (!this.#isCut && stride === units) return "impossible";
    }
    return "unknown";
  }

  /** Pushes the cell by a stride, balances, and again. */
  #goOn(stride: number, times: number, changes: number): boolean {
    for (let time = 0; time < times; time++) {
      this.#mayTurn = time > 0;
      this.#isCut = false;
      this.#looks = looks;
      this.#shift(this.#pushed, stride);
      if (!this.#balance(changes * Math.abs(stride))) return false;
    }
    return true;
  }

  /** Undoes all changes, and tells what they were. */
  #takeBack(): Move {
    const move = new Map<number, number>();
    this.#moved.forEach((moved, cell) => {
      if (moved !== 0) move.set(cell, moved);
    });
    this.#moved.fill(0);
    this.#excess.fill(0);
    this.#broken.clear();
    return move;
  }

  /** Balances what is broken by at most so many further changes; leaves no trace where it cannot. */
  #balance(left: number): boolean {
    if (this.#broken.size === 0) return true;
    if (left <= 0 || this.#looks <= 0) {
      this.#isCut = true;
      return false;
    }
    this.#looks--;
    const candidates = this.#candidatesIn(this.#tightest());
    for (const {cell, change} of candidates.sort((a, b) => a.imbalance - b.imbalance || a.rank - b.rank)) {
      this.#shift(cell, change);
      if (this.#balance(left - 1)) return true;
      this.#shift(cell, -change);
    }
    return false;
  }

  /** The broken equation with the least choice. */
  #tightest(): number {
    let tightest = -1;
    let least = Infinity;
    for (const equation of this.#broken) {
      const choice = this.#choiceIn(equation, least);
      if (choice < least) [tightest, least] = [equation, choice];
    }
    return tightest;
  }

  /** How many cells could help to balance an equation, counted no further than `most`. */
  #choiceIn(equation: number, most: number): number {
    const {equationStart, equationCell, equationSign} = this.#web;
    const wanted = (this.#excess[equation] ?? 0) > 0 ? -1 : 1;
    const end = equationStart[equation + 1] ?? 0;
    let choice = 0;
    for (let entry = equationStart[equation] ?? 0; entry < end && choice < most; entry++) {
      if (this.#mayChange(equationCell[entry] ?? 0, wanted * (equationSign[entry] ?? 0))) choice++;
    }
    return choice;
  }

  #candidatesIn(equation: number): Candidate[] {
    const {equationStart, equationCell, equationSign} = this.#web;
    const wanted = (this.#excess[equation] ?? 0) > 0 ? -1 : 1;
    const candidates: Candidate[] = [];
    for (let entry = equationStart[equation] ?? 0; entry < (equationStart[equation + 1] ?? 0); entry++) {
      const cell = equationCell[entry] ?? 0;
      const change = wanted * (equationSign[entry] ?? 0) > 0 ? 1 : -1;
      if (!this.#mayChange(cell, change)) continue;
      candidates.push({cell, change, imbalance: this.#imbalanceBy(cell, change), rank: scatter(cell, this.#order)});
    }
    return candidates;
  }

  #imbalanceBy(cell: number, change: number): number {
    const {cellStart, cellEquation, cellSign} = this.#web;
    let imbalance = 0;
    for (let entry = cellStart[cell] ?? 0; entry < (cellStart[cell + 1] ?? 0); entry++) {
      const excess = this.#excess[cellEquation[entry] ?? 0] ?? 0;
      imbalance += Math.abs(excess + change * (cellSign[entry] ?? 0)) - Math.abs(excess);
    }
    return imbalance;
  }

  /** A cell never turns back, because each whole move can be built up without; but it may leave an earlier move. */
  #mayChange(cell: number, change: number): boolean {
    if (this.#isOpen[cell] === 0 || cell === this.#pushed) return false;
    const moved = this.#moved[cell] ?? 0;
    const {rise = 0, fall = 0} = this.#rooms[cell] ?? {};
    if (!this.#mayTurn && moved * change < 0) return false;
    return change > 0 ? moved < rise : -moved < fall;
  }

  #shift(cell: number, change: number): void {
    const {cellStart, cellEquation, cellSign} = this.#web;
    this.#moved[cell] = (this.#moved[cell] ?? 0) + change;
    for (let entry = cellStart[cell] ?? 0; entry < (cellStart[cell + 1] ?? 0); entry++) {
      const equation = cellEquation[entry] ?? 0;
      const excess = (this.#excess[equation] ?? 0) + change * (cellSign[entry] ?? 0);
      this.#excess[equation] = excess;
      if (excess === 0) this.#broken.delete(equation);
      else this.#broken.add(equation);
    }
  }
}

/** A number for each cell that looks drawn by lot, another for each order (multiplicative hashing, Knuth 1973). */
function scatter(cell: number, order: number): number {
  return Math.imul(cell ^ Math.imul(order, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
