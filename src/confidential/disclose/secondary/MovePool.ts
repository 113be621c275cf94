import type {Move} from "./countModel.ts";
import type {Room} from "./roomOf.ts";

/** A move found before, and how often it can be made one after the other, forwards and backwards. */
interface KnownMove {
  readonly move: Move;
  readonly forwards: number;
  readonly backwards: number;
  /** How many of its cells are published at present: it can be made only while none is. */
  published: number;
}

/**
 * Moves found for one cell, kept for all others that they pass through: most questions are answered by a move that is
 * known, made once or several times, forwards or backwards.
 */
export class MovePool {
  readonly #rooms: readonly Room[];
  readonly #through = new Map<number, KnownMove[]>();

  /** `rooms` tells of every cell by how many units it can rise and fall. */
  constructor(rooms: readonly Room[]) {
    this.#rooms = rooms;
  }

  /** Keeps a move whose cells are all withheld, or shown by no table. */
  add(move: Move): void {
    const known = {move, forwards: this.#timesOf(move, 1), backwards: this.#timesOf(move, -1), published: 0};
    for (const cell of move.keys()) {
      const others = this.#through.get(cell);
      if (others === undefined) this.#through.set(cell, [known]);
      else others.push(known);
    }
  }

  withhold(cell: number): void {
    for (const known of this.#through.get(cell) ?? []) known.published--;
  }

  publish(cell: number): void {
    for (const known of this.#through.get(cell) ?? []) known.published++;
  }

  /** A known move that takes the cell farthest in a direction, but no farther than so many units unless in one go. */
  farthest(cell: number, change: 1 | -1, most: number): {units: number; move: Move} | undefined {
    let best: {units: number; known: KnownMove; times: number} | undefined;
    for (const known of this.#through.get(cell) ?? []) {
      if (known.published > 0) continue;
      const step = (known.move.get(cell) ?? 0) * change;
      const possible = step > 0 ? known.forwards : known.backwards;
      const times = Math.min(possible, Math.ceil(most / Math.abs(step)));
      const units = Math.min(most, times * Math.abs(step));
      if (units > (best?.units ?? 0)) best = {units, known, times: step > 0 ? times : -times};
      if (units === most) break;
    }
    return best && {units: best.units, move: repeat(best.known.move, best.times)};
  }

  #timesOf(move: Move, direction: 1 | -1): number {
    let times = Infinity;
    for (const [cell, change] of move) {
      const {rise = 0, fall = 0} = this.#rooms[cell] ?? {};
      times = Math.min(times, Math.floor((change * direction > 0 ? rise : fall) / Math.abs(change)));
    }
    return times;
  }
}

function repeat(move: Move, times: number): Move {
  return new Map([...move].map(([cell, change]) => [cell, change * times]));
}
