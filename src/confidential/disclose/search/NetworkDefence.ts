import type {Circulation} from "./circulation.ts";
import type {CountModel, Defence, Freedom, Move, Need, Protection} from "./countModel.ts";
import {mostDown, mostUp, waysToTry} from "./lackOf.ts";
import {mayBeWithheld, roomOf, type Room} from "./roomOf.ts";
import {cheapestPath, shortestPath, type PathStep} from "./residualPath.ts";
import {weighCell} from "./weighCell.ts";

/** Going through a withheld cell costs next to nothing: shorter ways are preferred, new withholding is avoided. */
const withheldPrice = 1e-6;

/** Answers by flows in the circulation: exact in whole numbers, because flows with whole capacities are whole. */
export class NetworkDefence implements Defence {
  readonly withheld = new Set<number>();
  readonly #model: CountModel;
  readonly #circulation: Circulation;
  readonly #protection: Protection;
  readonly #weights: readonly number[];
  readonly #rooms: readonly Room[];
  readonly #all: readonly Set<number>[];
  /** The cells that may change at present, by node. */
  readonly #changeable: readonly Set<number>[];

  constructor(model: CountModel, circulation: Circulation, protection: Protection) {
    this.#model = model;
    this.#circulation = circulation;
    this.#protection = protection;
    this.#weights = model.cells.map((cell) => (mayBeWithheld(cell, protection) ? weighCell(cell) : Infinity));
    this.#rooms = model.cells.map((cell) => roomOf(cell, protection));
    this.#all = Array.from({length: circulation.nodes}, () => new Set<number>());
    this.#changeable = Array.from({length: circulation.nodes}, () => new Set<number>());
    model.cells.forEach(({shown}, cell) => {
      this.#nodesOf(cell).forEach((node) => this.#all[node]?.add(cell));
      if (!shown) this.#nodesOf(cell).forEach((node) => this.#changeable[node]?.add(cell));
    });
  }

  withhold(cell: number): void {
    this.withheld.add(cell);
    for (const node of this.#nodesOf(cell)) this.#changeable[node]?.add(cell);
  }

  publish(cell: number): void {
    this.withheld.delete(cell);
    for (const node of this.#nodesOf(cell)) this.#changeable[node]?.delete(cell);
  }

  freedom(cell: number): Freedom {
    const need = this.#needOf(cell);
    const asked = this.#reach(cell, 1, mostUp(need));
    const down = this.#reach(cell, -1, mostDown(need, asked.length));
    // What cannot be had below is looked for above.
    const most = need.total - down.length;
    const up = asked.length === mostUp(need) && asked.length < most ? this.#reach(cell, 1, most) : asked;
    return {up: up.length, down: down.length, moves: [...up, ...down]};
  }

  repair(cell: number): readonly number[] | undefined {
    for (const changes of waysToTry(this.freedom(cell), this.#needOf(cell))) {
      const ways = changes.flatMap((change) => this.#wayFurther(cell, change) ?? []);
      if (ways.length > 0) return ways.toSorted((a, b) => this.#cost(a) - this.#cost(b))[0];
    }
    return undefined;
  }

  /** In a list of its own: the cells to withhold so that the cell goes one unit further in a direction. */
  #wayFurther(cell: number, change: 1 | -1): readonly (readonly number[])[] | undefined {
    const move = this.#reach(cell, change, this.#needOf(cell).total).at(-1) ?? new Map<number, number>();
    const steps = this.#extend(cell, change, (ends) => this.#cheapestWay(cell, move, ends));
    return steps === undefined || !this.#mayChange(cell, change, move) ? undefined : [this.#published(steps)];
  }

  #needOf(cell: number): Need {
    return this.#protection.need(this.#model.cells[cell]?.count ?? 0);
  }

  #nodesOf(cell: number): readonly [number, number] {
    return [this.#circulation.tail[cell] ?? 0, this.#circulation.head[cell] ?? 0];
  }

  /** A move for every unit that the cell can go in a direction, one after the other. */
  #reach(cell: number, change: 1 | -1, most: number): readonly Move[] {
    const moves: Move[] = [];
    let move: Move = new Map();
    while (moves.length < most && this.#mayChange(cell, change, move)) {
      const steps = this.#extend(cell, change, (ends) => this.#anyWay(cell, move, ends));
      if (steps === undefined) break;
      move = apply(move, steps);
      moves.push(move);
    }
    return moves;
  }

  /** One unit through a cell and back to where it came from. */
  #extend(
    cell: number,
    change: 1 | -1,
    way: (ends: {from: number; to: number}) => readonly PathStep[] | undefined,
  ): readonly PathStep[] | undefined {
    const [tail, head] = this.#nodesOf(cell);
    if (tail === head) return [{cell, change}];
    const back = way(change === 1 ? {from: head, to: tail} : {from: tail, to: head});
    return back === undefined ? undefined : [{cell, change}, ...back];
  }

  #anyWay(cell: number, move: Move, ends: {from: number; to: number}): readonly PathStep[] | undefined {
    const mayChange = (other: number, change: 1 | -1): boolean =>
      other !== cell && this.#mayChange(other, change, move);
    return shortestPath(this.#circulation, ends, {incidence: this.#changeable, mayChange}).path;
  }

  #cheapestWay(cell: number, move: Move, ends: {from: number; to: number}): readonly PathStep[] | undefined {
    const price = (other: number, change: 1 | -1): number => {
      if (other === cell || !this.#mayChange(other, change, move)) return Infinity;
      return this.#isChangeable(other) ? withheldPrice : (this.#weights[other] ?? Infinity);
    };
    return cheapestPath(this.#circulation, ends, {incidence: this.#all, price});
  }

  #mayChange(cell: number, change: 1 | -1, move: Move): boolean {
    const {rise = 0, fall = 0} = this.#rooms[cell] ?? {};
    const moved = move.get(cell) ?? 0;
    return change === 1 ? moved < rise : -moved < fall;
  }

  #isChangeable(cell: number): boolean {
    return this.withheld.has(cell) || this.#model.cells[cell]?.shown === false;
  }

  #published(steps: readonly PathStep[]): readonly number[] {
    return steps.map(({cell}) => cell).filter((cell) => !this.#isChangeable(cell));
  }

  #cost(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum + (this.#weights[cell] ?? 0), 0);
  }
}

function apply(move: Move, steps: readonly PathStep[]): Move {
  const next = new Map(move);
  for (const {cell, change} of steps) {
    const moved = (next.get(cell) ?? 0) + change;
    if (moved === 0) next.delete(cell);
    else next.set(cell, moved);
  }
  return next;
}
