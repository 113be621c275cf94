import {createRandom} from "../../../src/synthetic/random.ts";
import type {CountModel, Move} from "../../../src/confidential/disclose/search/countModel.ts";
import {protectCounts} from "../../../src/confidential/disclose/search/protectCounts.ts";
import {protection, unsafeOf} from "./measurePattern.ts";

/** What a reader gains who knows the program and asks which worlds it would have answered in the same way. */
export interface Replayed {
  /** Other tables that agree with all that is published. */
  readonly worlds: number;
  /** Those of them in which the same cells would be withheld. */
  readonly same: number;
  readonly unsafe: number;
  /** Unsafe counts with two and with three values or more among the worlds that are left. */
  readonly twoValues: number;
  readonly threeValues: number;
}

/** Moves that lie between one world that is tried and the next. */
const stride = 3;

/**
 * An experiment, no proof: walks from the truth through worlds that a reader cannot exclude, protects each anew, and
 * keeps those whose pattern is the published one. A count that has one value in all of these may be guessed.
 */
export async function replay(model: CountModel, worlds: number, seed: string): Promise<Replayed> {
  const unsafe = unsafeOf(model);
  const pattern = await protectCounts(model, unsafe, protection);
  const moves = [...pattern.freedoms.values()].flatMap((freedom) => freedom.moves);
  const random = createRandom(seed);
  const values = new Map([...unsafe].map((cell) => [cell, new Set([model.cells[cell]?.count ?? 0])]));
  let counts = model.cells.map(({count}) => count);
  let same = 0;
  for (let world = 0; world < worlds; world += 1) {
    for (let step = 0; step < stride; step += 1) {
      const move = moves[Math.floor(random.next() * moves.length)] ?? new Map<number, number>();
      counts = moved(model, {counts, move, direction: random.next() < 0.5 ? 1 : -1}) ?? counts;
    }
    const other = {...model, cells: model.cells.map((cell, at) => ({...cell, count: counts[at] ?? 0}))};
    const {withheld} = await protectCounts(other, unsafeOf(other), protection);
    if (withheld.size !== pattern.withheld.size || [...withheld].some((cell) => !pattern.withheld.has(cell))) continue;
    same += 1;
    for (const [cell, seen] of values) seen.add(counts[cell] ?? 0);
  }
  const atLeast = (least: number): number => [...values.values()].filter(({size}) => size >= least).length;
  return {worlds, same, unsafe: unsafe.size, twoValues: atLeast(2), threeValues: atLeast(3)};
}

interface Step {
  readonly counts: readonly number[];
  readonly move: Move;
  readonly direction: 1 | -1;
}

/** The counts after a move, or nothing where a reader can exclude them. */
function moved({cells}: CountModel, {counts, move, direction}: Step): number[] | undefined {
  const next = [...counts];
  for (const [cell, change] of move) {
    const count = (next[cell] ?? 0) + direction * change;
    const {least} = cells[cell]?.shown === false ? {least: 0} : protection.range(count);
    if (count < least) return undefined;
    next[cell] = count;
  }
  return next;
}
