import {heedSignals} from "../../files/index.ts";
import type {PeopleFound} from "./PeopleFound.ts";
import {moveCost, keysBrokenBy, type FoundMove} from "./foundMove.ts";
import type {PeopleMoves, Search, Wish} from "./PeopleMoves.ts";
import {randomFrom} from "./random.ts";
import {isHiddenBy, type Target, type Targets} from "./Targets.ts";

/** What is searched among which people. */
export interface SearchTask {
  readonly targets: Targets;
  readonly found: PeopleFound;
  /** Moves of the people of each source. */
  readonly moves: readonly PeopleMoves[];
}

/** What a search left. */
export interface SearchResult {
  /** Counts that it could not hide at all. */
  readonly open: readonly Target[];
  /** Counts that it hid less than they were to be. */
  readonly narrow: readonly Target[];
  /** Keys of the cells that it withheld because it gave up looking for people who do without. */
  readonly givenUp: ReadonlySet<string>;
}

/** Looks for other people until every count that must not be known takes as many values as it needs, and withholds cells where it cannot. */
export class PeopleSearch {
  readonly #targets: Targets;
  readonly #found: PeopleFound;
  readonly #moves: readonly PeopleMoves[];
  readonly #random = randomFrom(2);
  /** Keys of cells that are withheld though there may be people who do without: the search for them was given up. */
  readonly #givenUp = new Set<string>();

  constructor({targets, found, moves}: SearchTask) {
    this.#targets = targets;
    this.#found = found;
    this.#moves = moves;
  }

  async run(): Promise<void> {
    for (const [source] of this.#moves.entries()) await this.#pushMany(source);
    for (const target of this.#targets.all) if (isSought(target)) await this.#exchange(target);
    for (const target of this.#targets.all) await this.#open(target);
  }

  result(): SearchResult {
    const open = this.#targets.all.filter((target) => !isHiddenBy(target, target.needs));
    const narrow = this.#targets.all.filter((target) => !open.includes(target) && !isHiddenBy(target, target.aims));
    return {open, narrow, givenUp: this.#givenUp};
  }

  /** Few searches that move many counts at once settle most of them. */
  async #pushMany(source: number): Promise<void> {
    const moves = this.#moves[source];
    if (moves === undefined) return;
    const own = this.#targets.all.filter((one) => one.quantity.source === source && !isHiddenBy(one, one.aims));
    for (const [part, together] of Map.groupBy(own, ({quantity}) => moves.partOf(quantity))) {
      if (part.includes("-1")) continue;
      await heedSignals();
      for (let round = 0; round < pushes && this.#push(moves, together, 0); round += 1);
      this.#push(moves, together, 1);
    }
  }

  #push(moves: PeopleMoves, together: readonly Target[], from: number): boolean {
    const left = together.filter((one) => !isHiddenBy(one, one.aims));
    const [first] = left;
    if (first === undefined || left.length < 2 || !left.some((one) => one.isWorthCells)) return false;
    const wishes = left.map(({quantity, value}): Wish => ({quantity, lower: Math.max(-reach, -value), upper: reach}));
    const push = left.map(() => (1 + this.#random.below(3)) * (this.#random.below(2) === 0 ? 1 : -1));
    const moved = moves.find(wishes, {mayWithhold: false, reach: {from, to: from}, push, keepsNumbers: true});
    if (typeof moved === "string" || moved.changes.size === 0) return false;
    return this.#found.accept({source: first.quantity.source, changes: moved.changes});
  }

  async #open(target: Target): Promise<void> {
    if (!isSought(target)) return;
    while (!isHiddenBy(target, target.aims)) {
      await heedSignals();
      const before = target.seen.size;
      let isGivenUp = false;
      const isFree = this.#wishes(target).some((wish) => {
        const search = this.#find(target, wish, false);
        isGivenUp ||= search === "undecided";
        return this.#tryMove(target, search);
      });
      if (isFree && target.seen.size > before) continue;
      const paid = this.#wishes(target).map((wish) => this.#find(target, wish, true));
      const moves = paid.filter((one): one is FoundMove => typeof one !== "string");
      const [cheapest] = moves.toSorted((one, other) => moveCost(one) - moveCost(other));
      if (cheapest === undefined || !this.#tryMove(target, cheapest) || target.seen.size === before) return;
      if (isGivenUp) for (const key of keysBrokenBy(cheapest)) this.#givenUp.add(key);
    }
  }

  /** Exchanges answers of two people or four as long as that gives a count values that it has not taken. */
  async #exchange(target: Target): Promise<void> {
    await heedSignals();
    const {quantity, value, seen} = target;
    for (const {changes, by} of this.#moves[quantity.source]?.exchanges(quantity) ?? []) {
      if (seen.has(value + by)) continue;
      this.#found.accept({source: quantity.source, changes});
      if (isHiddenBy(target, target.aims)) return;
    }
  }

  /** Values beyond those seen, on either side, and between them. */
  #wishes({quantity, value, seen}: Target): readonly Wish[] {
    const [least, most] = [Math.min(...seen), Math.max(...seen)];
    const between = Array.from({length: most - least}, (_, at) => least + at).filter((one) => !seen.has(one));
    return [
      {quantity, lower: most + 1 - value, upper: Infinity},
      ...(least > 0 ? [{quantity, lower: -value, upper: least - 1 - value}] : []),
      ...between.map((one) => ({quantity, lower: one - value, upper: one - value})),
    ];
  }

  /** A count that is hidden, though less than it is to be, is not worth a search of everything. */
  #find(target: Target, wish: Wish, mayWithhold: boolean): Search {
    const to = isHiddenBy(target, target.needs) ? 1 : 3;
    return this.#moves[wish.quantity.source]?.find([wish], {mayWithhold, reach: {to}}) ?? "undecided";
  }

  #tryMove({quantity, name}: Target, move: Search): boolean {
    return typeof move === "string" ? false : this.#found.take(quantity.source, move, name);
  }
}

/** Whether a count needs other people, or aims at them and is worth a search. */
function isSought(target: Target): boolean {
  return !isHiddenBy(target, target.isWorthCells ? target.aims : target.needs);
}

/** How far a count may move in a search that moves many. */
const reach = 2;

/** Searches that move many counts of one part at once. */
const pushes = 6;
