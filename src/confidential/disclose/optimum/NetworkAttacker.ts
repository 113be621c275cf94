import type {Circulation} from "../search/circulation.ts";
import {mostDown, mostUp} from "../search/lackOf.ts";
import {cutsOf, type Attacked, type Identity, type AttackReach} from "./Attacked.ts";
import type {Attacker, CoverCut, Withheld} from "./CoverCut.ts";
import {limitedFlow} from "./limitedFlow.ts";

/** Attacks by flows: the cells of a smallest cut are what holds an unsafe count in place. */
export class NetworkAttacker implements Attacker {
  readonly isQuick = true;
  readonly #attacked: Attacked;
  readonly #circulation: Circulation;

  constructor(attacked: Attacked, circulation: Circulation) {
    this.#attacked = attacked;
    this.#circulation = circulation;
  }

  cuts(withheld: Withheld): readonly CoverCut[] {
    const incidence = this.#incidenceOf(withheld);
    return [...this.#attacked.needs.keys()].flatMap((cell) => this.#cutsOf(cell, {withheld, incidence}));
  }

  #cutsOf(cell: number, pattern: Pattern): readonly CoverCut[] {
    const need = this.#attacked.needs.get(cell);
    if (need === undefined) return [];
    const up = this.#push(cell, 1, {...pattern, most: mostUp(need)});
    const down = this.#push(cell, -1, {...pattern, most: mostDown(need, up.units)});
    return cutsOf({up, down, need}, this.#attacked, pattern.withheld);
  }

  /** How far the cell goes in a direction, and the cells that stop it. */
  #push(cell: number, change: 1 | -1, {withheld, incidence, most}: Pattern & {readonly most: number}): AttackReach {
    const {tail, head} = this.#circulation;
    const own = this.#capacity(cell, change);
    const [from = 0, to = 0] = change === 1 ? [head[cell], tail[cell]] : [tail[cell], head[cell]];
    const ownReach = own < most ? {units: own, identity: new Map([[cell, 1]])} : {units: most};
    if (from === to) return ownReach;
    const capacity = (other: number, way: 1 | -1): number =>
      other === cell ? 0 : Math.min(this.#capacity(other, way), most) * (withheld[other] ?? 0);
    const {units, side} = limitedFlow({...this.#circulation, incidence, capacity}, {from, to}, ownReach.units);
    return side === undefined ? ownReach : {units, identity: this.#acrossOf(cell, change, side)};
  }

  /** What flows out of one side of a cut comes in through the cell: its change is the sum of theirs. */
  #acrossOf(cell: number, change: 1 | -1, side: Uint8Array): Identity {
    const {tail, head} = this.#circulation;
    const prices = new Map<number, number>();
    for (let other = 0; other < tail.length; other++) {
      const price = change * ((side[tail[other] ?? 0] ?? 0) - (side[head[other] ?? 0] ?? 0));
      if (price !== 0 && other !== cell) prices.set(other, price);
    }
    return prices;
  }

  #capacity(cell: number, change: 1 | -1): number {
    const {rise = 0, fall = 0} = this.#attacked.rooms[cell] ?? {};
    return change === 1 ? rise : fall;
  }

  /** The cells at each node that may change at all. */
  #incidenceOf(withheld: Withheld): readonly (readonly number[])[] {
    const {nodes, tail, head} = this.#circulation;
    const incidence: number[][] = Array.from({length: nodes}, () => []);
    for (let cell = 0; cell < withheld.length; cell++) {
      if ((withheld[cell] ?? 0) <= 0) continue;
      incidence[tail[cell] ?? 0]?.push(cell);
      incidence[head[cell] ?? 0]?.push(cell);
    }
    return incidence;
  }
}

interface Pattern {
  readonly withheld: Withheld;
  readonly incidence: readonly (readonly number[])[];
}
