import {Program, type Solver} from "../../../solver/index.ts";
import {attackProgramOf} from "../search/attackProgram.ts";
import {mostDown, mostUp} from "../search/lackOf.ts";
import type {Room} from "../search/roomOf.ts";
import {cutsOf, type Attacked, type AttackReach} from "./Attacked.ts";
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
  readonly #program: Program;

  constructor(solver: Solver, attacked: Attacked) {
    this.#attacked = attacked;
    this.#program = new Program(solver, attackProgramOf(attacked.model), {isContinued: true});
  }

  cuts(withheld: Withheld): readonly CoverCut[] {
    const most = Math.max(...this.#attacked.needs.values().map(({total}) => total));
    this.#openFor(withheld, most);
    return [...this.#attacked.needs.keys()].flatMap((cell) => this.#cutsOf(cell, withheld));
  }

  [Symbol.dispose](): void {
    this.#program[Symbol.dispose]();
  }

  #cutsOf(cell: number, withheld: Withheld): readonly CoverCut[] {
    const need = this.#attacked.needs.get(cell);
    if (need === undefined) return [];
    const up = this.#push(cell, 1, mostUp(need));
    const down = this.#push(cell, -1, mostDown(need, up.units));
    return cutsOf({up, down, need}, this.#attacked, withheld);
  }

  #push(cell: number, change: 1 | -1, most: number): AttackReach {
    if (most <= 0) return {units: 0};
    const {rise, fall} = this.#attacked.rooms[cell] ?? noRoom;
    // No farther than asked, or an endless rise has no farthest move.
    this.#program.setBounds(cell, -Math.min(fall, most), Math.min(rise, most));
    this.#program.setCost(cell, -change);
    const answer = this.#program.solve();
    this.#program.setCost(cell, 0);
    this.#program.setBounds(cell, -fall, rise);
    // What is not proved to hold the count in place is no cut.
    if (answer.status !== "optimal") return {units: most};
    const units = change * (answer.values[cell] ?? 0);
    if (units >= most - nothing) return {units: most};
    const prices = new Map<number, number>();
    answer.reducedCosts.forEach((price, other) => {
      if (Math.abs(price) > nothing) prices.set(other, -change * price);
    });
    return {units, identity: prices};
  }

  /** No cell needs to go farther than some count must: that keeps fractions of endless room finite. */
  #openFor(withheld: Withheld, most: number): void {
    const rooms = this.#attacked.rooms;
    const bound = (room: number, part: number): number => (part >= 1 ? room : Math.min(room, most) * part);
    const lower = Float64Array.from(rooms, ({fall}, cell) => -bound(fall, withheld[cell] ?? 0));
    const upper = Float64Array.from(rooms, ({rise}, cell) => bound(rise, withheld[cell] ?? 0));
    this.#program.setAllBounds(lower, upper);
  }
}

const noRoom: Room = {rise: 0, fall: 0};
