import type {Highs} from "highs";
import type {CountModel, Defence, Freedom, Move, Protection} from "./countModel.ts";
import {MoveProgram, wholeMove} from "./MoveProgram.ts";
import {weighCell} from "./weighCell.ts";

/** Keeps moves short without deciding what is withheld. */
const withheldPrice = 1e-4;

/** Answers by linear programs, and by integer programs where those leave fractions: for models of any shape. */
export class LinearDefence implements Defence, Disposable {
  readonly withheld = new Set<number>();
  readonly #model: CountModel;
  readonly #protection: Protection;
  /** Only what is withheld may change: what a reader cannot exclude. */
  readonly #attack: MoveProgram;
  /** Anything may change at its price: what could be withheld. */
  readonly #repair: MoveProgram;
  /** Moves seen so far; each shows the freedom of every cell in it. */
  readonly #seen: Move[] = [];

  constructor(highs: Highs, model: CountModel, protection: Protection) {
    this.#model = model;
    this.#protection = protection;
    this.#attack = new MoveProgram(highs, model);
    this.#repair = new MoveProgram(highs, model);
    model.cells.forEach((cell, index) => {
      if (!cell.shown) this.#openFor([this.#attack, this.#repair], index);
      else if (cell.count >= protection.smallest) this.#repair.open(index, this.#fall(index), weighCell(cell));
    });
  }

  withhold(cell: number): void {
    this.withheld.add(cell);
    this.#openFor([this.#attack, this.#repair], cell);
  }

  publish(cell: number): void {
    this.withheld.delete(cell);
    this.#attack.close(cell);
    const known = this.#model.cells[cell];
    if (known !== undefined) this.#repair.open(cell, this.#fall(cell), weighCell(known));
    const lasting = this.#seen.filter((move) => !move.has(cell));
    this.#seen.splice(0, this.#seen.length, ...lasting);
  }

  freedom(cell: number): Freedom {
    const {width} = this.#protection;
    const up = this.#reach(cell, 1, width);
    const down = this.#reach(cell, -1, width - up.units);
    return {up: up.units, down: down.units, moves: [up.move, down.move].filter((move) => move.size > 0)};
  }

  repair(cell: number): readonly number[] | undefined {
    const {up, down} = this.freedom(cell);
    const ways = [this.#wayTo(cell, 1, up + 1), this.#wayTo(cell, -1, down + 1)].filter((way) => way !== undefined);
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

  #reach(cell: number, change: 1 | -1, most: number): {units: number; move: Move} {
    const none = {units: 0, move: new Map<number, number>()};
    const limit = change === 1 ? most : Math.min(most, this.#fall(cell));
    if (limit <= 0) return none;
    const seen = this.#farthestSeen(cell, change, limit);
    if (seen !== undefined) return seen;
    const push = {cell, change, least: 0, most: limit};
    const linear = this.#attack.push(push, false);
    if (linear === undefined || linear.units < 1 - 1e-6) return none;
    const move = wholeMove(linear.move) ?? this.#wholeReach(push);
    if (move === undefined) return none;
    this.#seen.push(move);
    return {units: Math.abs(move.get(cell) ?? 0), move};
  }

  #wholeReach(push: {cell: number; change: 1 | -1; least: number; most: number}): Move | undefined {
    const whole = this.#attack.push(push, true);
    return whole === undefined || whole.units < 0.5 ? undefined : wholeMove(whole.move);
  }

  #farthestSeen(cell: number, change: 1 | -1, limit: number): {units: number; move: Move} | undefined {
    const move = this.#seen.find((known) => (known.get(cell) ?? 0) * change >= limit);
    return move === undefined ? undefined : {units: limit, move};
  }

  #wayTo(cell: number, change: 1 | -1, units: number): readonly number[] | undefined {
    if (change === -1 && units > this.#fall(cell)) return undefined;
    const push = {cell, change, least: units, most: units};
    const published = (move: Move | undefined): readonly number[] | undefined =>
      move && [...move.keys()].filter((other) => !this.withheld.has(other) && this.#model.cells[other]?.shown === true);
    const linear = published(this.#repair.push(push, false)?.move);
    // A way through withheld cells alone that is no freedom yet is a way in fractions: ask for whole units.
    return linear?.length === 0 ? published(this.#repair.push(push, true)?.move) : linear;
  }

  #openFor(programs: readonly MoveProgram[], cell: number): void {
    for (const program of programs) program.open(cell, this.#fall(cell), withheldPrice);
  }

  #fall(cell: number): number {
    const known = this.#model.cells[cell];
    if (known === undefined) return 0;
    return Math.max(0, known.count - (known.shown ? this.#protection.smallest : 0));
  }
}
