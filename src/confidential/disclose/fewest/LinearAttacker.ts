import type {Highs, Model} from "highs";
import {attackProgramOf} from "../secondary/attackProgram.ts";
import {mostDown, mostUp} from "../secondary/lackOf.ts";
import type {Room} from "../secondary/roomOf.ts";
import {cutsOf, type Attacked, type Reach} from "./Attacked.ts";
import type {Attacker, CoverCut, Withheld} from "./CoverCut.ts";

/** A reduced cost below this is a rounding error of the solver. */
const nothing = 1e-7;

/**
 * Attacks by linear programs, for models of any shape: the dual values of the farthest move tell which cells hold an
 * unsafe count in place, and how much each would let it go.
 */
export class LinearAttacker implements Attacker, Disposable {
  readonly isQuick = false;
  readonly #attacked: Attacked;
  readonly #program: Model;
  readonly #infinity: number;

  constructor(highs: Highs, attacked: Attacked) {
    this.#attacked = attacked;
    this.#infinity = highs.infinity;
    this.#program = highs.createModel(attackProgramOf(attacked.model));
    // Only the objective changes from one question to the next: the last answer stays feasible for the primal simplex.
    this.#program.options.set({output_flag: false, simplex_strategy: 4, presolve: "off"});
  }

  cuts(withheld: Withheld): readonly CoverCut[] {
    const most = Math.max(...this.#attacked.needs.values().map(({total}) => total));
    this.#openFor(withheld, most);
    return [...this.#attacked.needs.keys()].flatMap((cell) => this.#cutsOf(cell, withheld));
  }

  [Symbol.dispose](): void {
    this.#program.dispose();
  }

  #cutsOf(cell: number, withheld: Withheld): readonly CoverCut[] {
    const need = this.#attacked.needs.get(cell);
    if (need === undefined) return [];
    const up = this.#push(cell, 1, mostUp(need));
    const down = this.#push(cell, -1, mostDown(need, up.units));
    return cutsOf({up, down, need}, this.#attacked, withheld);
  }

  #push(cell: number, change: 1 | -1, most: number): Reach {
    if (most <= 0) return {units: 0};
    const {rise, fall} = this.#attacked.rooms[cell] ?? noRoom;
    // No farther than asked, or an endless rise has no farthest move.
    this.#program.changeColBounds(cell, -Math.min(fall, most), Math.min(rise, most));
    this.#program.changeColCost(cell, -change);
    this.#program.zeroAllClocks();
    this.#program.run();
    const {colValue, colDual} = this.#program.getSolution();
    this.#program.changeColCost(cell, 0);
    this.#program.changeColBounds(cell, -this.#bound(fall), this.#bound(rise));
    const units = change * (colValue[cell] ?? 0);
    if (units >= most - nothing) return {units: most};
    const prices = new Map<number, number>();
    colDual.forEach((price, other) => {
      if (Math.abs(price) > nothing) prices.set(other, -change * price);
    });
    return {units, identity: prices};
  }

  #bound(room: number): number {
    return room === Infinity ? this.#infinity : room;
  }

  /** No cell needs to go farther than some count must: that keeps fractions of endless room finite. */
  #openFor(withheld: Withheld, most: number): void {
    const rooms = this.#attacked.rooms;
    const bound = (room: number, part: number): number => (part >= 1 ? this.#bound(room) : Math.min(room, most) * part);
    const lower = Float64Array.from(rooms, ({fall}, cell) => -bound(fall, withheld[cell] ?? 0));
    const upper = Float64Array.from(rooms, ({rise}, cell) => bound(rise, withheld[cell] ?? 0));
    this.#program.changeColsBounds({kind: "range", from: 0, to: rooms.length - 1}, lower, upper);
  }
}

const noRoom: Room = {rise: 0, fall: 0};
