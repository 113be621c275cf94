import type {Move, Push} from "./countModel.ts";
import type {Room} from "./roomOf.ts";

/** A move found before, and how often it can be made one after the other, forwards and backwards. */
interface KnownMove {
  readonly move: Move;
  readonly forwards: number;
  readonly backwards: number;
  /** How many of its cells may not change at present: it can be made only while none is. */
  closed: number;
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

  /** Keeps a move whose cells may all change. */
  add(move: Move): void {
    const known = {move, forwards: this.#timesOf(move, 1), backwards: this.#timesOf(move, -1), closed: 0};
    for (const cell of move.keys()) {
      const others = this.#through.get(cell);
      if (others === undefined) this.#through.set(cell, [known]);
      else others.splice(placeOf(known, others), 0, known);
    }
  }

  /** Tells that a cell may change. */
  open(cell: number): void {
    for (const known of this.#through.get(cell) ?? []) known.closed--;
  }

  /** Tells that a cell may not change. */
  close(cell: number): void {
    for (const known of this.#through.get(cell) ?? []) known.closed++;
  }

  /** A known move, or several times one, that takes the cell exactly so many units in a direction. */
  find({cell, change, units}: Push): Move | undefined {
    for (const known of this.#through.get(cell) ?? []) {
      if (known.closed > 0) continue;
      const times = (units * change) / (known.move.get(cell) ?? 0);
      if (!Number.isInteger(times) || times > known.forwards || -times > known.backwards) continue;
      return times === 1 ? known.move : new Map([...known.move].map(([other, by]) => [other, by * times]));
    }
    return undefined;
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

/** Where a move belongs in a list of moves, the shortest first. */
function placeOf({move}: KnownMove, others: readonly KnownMove[]): number {
  const place = others.findIndex((other) => other.move.size > move.size);
  return place < 0 ? others.length : place;
}
