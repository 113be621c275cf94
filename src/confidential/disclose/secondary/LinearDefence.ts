import type {Highs} from "highs";
import type {CountModel, Defence, Freedom, Move, Need, Protection} from "./countModel.ts";
import {lackingWays, mostDown, mostUp} from "./lackOf.ts";
import {MovePool} from "./MovePool.ts";
import {MoveProgram, wholeMove, type Push} from "./MoveProgram.ts";
import {mayBeWithheld, roomOf, type Room} from "./roomOf.ts";
import {weighCell} from "./weighCell.ts";

/** Keeps moves short without deciding what is withheld. */
const withheldPrice = 1e-4;

/** How often other prices are tried before a linear program's fractions are left to an integer program. */
const attempts = 4;

/** How far a cell is known to go, by which move. */
interface Reach {
  readonly units: number;
  readonly move: Move;
}

const nowhere: Reach = {units: 0, move: new Map()};

/** Answers by linear programs, and by integer programs where those leave fractions: for models of any shape. */
export class LinearDefence implements Defence, Disposable {
  readonly withheld = new Set<number>();
  readonly #model: CountModel;
  readonly #protection: Protection;
  readonly #rooms: readonly Room[];
  /** Only what is withheld may change: what a reader cannot exclude. */
  readonly #attack: MoveProgram;
  /** Anything may change at its price: what could be withheld. */
  readonly #repair: MoveProgram;
  /** Moves found so far; each shows the freedom of every cell in it. */
  readonly #pool: MovePool;
  /** Freedoms found for the present pattern. */
  readonly #known = new Map<number, Freedom>();

  constructor(highs: Highs, model: CountModel, protection: Protection) {
    this.#model = model;
    this.#protection = protection;
    this.#attack = new MoveProgram(highs, model);
    this.#repair = new MoveProgram(highs, model);
    this.#rooms = model.cells.map((cell) => roomOf(cell, protection));
    this.#pool = new MovePool(this.#rooms);
    model.cells.forEach((cell, index) => {
      if (!cell.shown) this.#openFor([this.#attack, this.#repair], index);
      else this.#offer(index);
    });
  }

  withhold(cell: number): void {
    if (this.withheld.has(cell)) return;
    this.withheld.add(cell);
    this.#known.clear();
    this.#pool.withhold(cell);
    this.#openFor([this.#attack, this.#repair], cell);
  }

  publish(cell: number): void {
    if (!this.withheld.delete(cell)) return;
    this.#known.clear();
    this.#pool.publish(cell);
    this.#attack.close(cell);
    this.#repair.close(cell);
    this.#offer(cell);
  }

  freedom(cell: number): Freedom {
    const known = this.#known.get(cell) ?? this.#findFreedom(cell);
    this.#known.set(cell, known);
    return known;
  }

  repair(cell: number): readonly number[] | undefined {
    const freedom = this.freedom(cell);
    const ways = lackingWays(freedom, this.#needOf(cell))
      .map((change) => this.#wayTo(cell, change, 1 + (change === 1 ? freedom.up : freedom.down)))
      .filter((way) => way !== undefined);
    const cost = (cells: readonly number[]): number =>
      cells.reduce(
        (sum, other) => sum + weighCell(this.#model.cells[other] ?? {key: "", count: 0, shown: true, level: 0}),
        0,
      );
    return ways.toSorted((a, b) => cost(a) - cost(b))[0];
  }

  [Symbol.dispose](): void {
    this.#attack.dispose();
    this.#repair.dispose();
  }

  #findFreedom(cell: number): Freedom {
    const need = this.#needOf(cell);
    const limit = (change: 1 | -1, most: number): number => Math.min(most, this.#roomTo(cell, change));
    const known = (change: 1 | -1, most: number): Reach =>
      this.#pool.farthest(cell, change, limit(change, most)) ?? nowhere;
    const further = (change: 1 | -1, most: number, from: Reach): Reach =>
      this.#searchOn({cell, change, least: 0, most: limit(change, most)}, from);
    let up = known(1, mostUp(need));
    let down = known(-1, mostDown(need, up.units));
    const most = Math.max(need.up, need.total - down.units);
    if (up.units < most) up = further(1, most, up);
    if (down.units < mostDown(need, up.units)) down = further(-1, mostDown(need, up.units), down);
    return {up: up.units, down: down.units, moves: [up.move, down.move].filter((move) => move.size > 0)};
  }

  /** One answer may stop short of the farthest: asks until there is no further one. */
  #searchOn(push: Push, from: Reach): Reach {
    let reach = from;
    while (reach.units < push.most) {
      const next = this.#search(push, reach);
      if (next.units === reach.units) break;
      reach = next;
    }
    return reach;
  }

  /** Asks the solver how far a cell can be pushed, in whole units; `from` is what is known already. */
  #search(push: Push, from: Reach): Reach {
    const linear = this.#attack.push(push, {});
    if (linear === undefined || linear.units < from.units + 1 - 1e-6) return from;
    const move = wholeMove(linear.move) ?? this.#otherWhole(push, from) ?? this.#exactWhole(push, from);
    if (move === undefined) return from;
    this.#pool.add(move);
    const units = Math.abs(move.get(push.cell) ?? 0);
    return units > from.units ? {units, move} : from;
  }

  /** Another corner of the program may be whole: other prices lead to it, sooner than an integer program does. */
  #otherWhole(push: Push, from: Reach): Move | undefined {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // One unit more is often whole where the farthest reach is not.
      const most = attempt % 2 === 1 ? from.units + 1 : push.most;
      const found = this.#attack.push({...push, least: from.units, most}, {shuffle: attempt});
      const move = found && wholeMove(found.move);
      if (move !== undefined && Math.abs(move.get(push.cell) ?? 0) > from.units) return move;
    }
    return undefined;
  }

  #exactWhole(push: Push, from: Reach): Move | undefined {
    const whole = this.#attack.push({...push, least: from.units + 1}, {whole: true, free: true});
    return whole && wholeMove(whole.move);
  }

  #wayTo(cell: number, change: 1 | -1, units: number): readonly number[] | undefined {
    if (units > this.#roomTo(cell, change)) return undefined;
    const push = {cell, change, least: units, most: units};
    const published = (move: Move | undefined): readonly number[] | undefined =>
      move && [...move.keys()].filter((other) => !this.withheld.has(other) && this.#model.cells[other]?.shown === true);
    const linear = published(this.#repair.push(push, {})?.move);
    // A way through withheld cells alone that is no freedom yet is a way in fractions: ask for whole units.
    if (linear?.length !== 0) return linear;
    for (let shuffle = 1; shuffle <= attempts; shuffle++) {
      const move = this.#repair.push(push, {shuffle})?.move;
      if (move !== undefined && wholeMove(move) !== undefined) return published(move);
    }
    return published(this.#repair.push(push, {whole: true})?.move);
  }

  #openFor(programs: readonly MoveProgram[], cell: number): void {
    const room = this.#rooms[cell];
    if (room !== undefined) for (const program of programs) program.open(cell, room, withheldPrice);
  }

  /** Offers a published cell to repairs at its price. */
  #offer(index: number): void {
    const [cell, room] = [this.#model.cells[index], this.#rooms[index]];
    if (cell === undefined || room === undefined || !mayBeWithheld(cell, this.#protection)) return;
    this.#repair.open(index, room, weighCell(cell));
  }

  #roomTo(cell: number, change: 1 | -1): number {
    const {rise = 0, fall = 0} = this.#rooms[cell] ?? {};
    return change === 1 ? rise : fall;
  }

  #needOf(cell: number): Need {
    return this.#protection.need(this.#model.cells[cell]?.count ?? 0);
  }
}
