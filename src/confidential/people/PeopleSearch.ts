import type {Highs} from "highs";
import {deriveRow, type People, type Records} from "../../audit/index.ts";
import type {RecordChanges} from "./glue.ts";
import {PeopleMoves, type FoundMove, type Wish} from "./PeopleMoves.ts";
import type {Statements} from "./Statements.ts";
import {isHiddenBy, Targets, type Aim, type Target} from "./Targets.ts";

/** Other people, told by how single records of one source differ from the base. */
export interface OtherPeople {
  readonly source: number;
  readonly changes: RecordChanges;
}

/** What is searched among which people. */
export interface SearchTask {
  readonly highs: Highs;
  readonly base: People;
  readonly statements: Statements;
  readonly aims: readonly Aim[];
  /** Other people that are known from before. */
  readonly known: readonly OtherPeople[];
}

/** Looks for other people until every count that must not be known takes as many values as it needs, and withholds cells where it cannot. */
export class PeopleSearch {
  readonly found: OtherPeople[] = [];
  /** Keys of the cells that must be withheld, with the count that each protects. */
  readonly withheld = new Map<string, string>();
  readonly targets: Targets;
  readonly #base: People;
  readonly #scratch: People;
  readonly #statements: Statements;
  readonly #moves: readonly PeopleMoves[];

  constructor({highs, base, statements, aims, known}: SearchTask) {
    this.#base = base;
    this.#scratch = base.map(copyOf);
    this.#statements = statements;
    this.targets = new Targets(base, aims);
    const held = (source: number) => () => statements.held.filter((one) => one.source === source);
    this.#moves = base.map((records, source) => new PeopleMoves(highs, records, held(source)));
    for (const other of known) this.#accept(other);
  }

  run(): void {
    for (const [source] of this.#moves.entries()) this.#pushMany(source);
    for (const target of this.targets.all) this.#open(target);
  }

  /** Counts that no search could hide at all, and those that it hid less than they were to be. */
  result(): {readonly open: readonly Target[]; readonly narrow: readonly Target[]} {
    const open = this.targets.all.filter((target) => !isHiddenBy(target, target.needs));
    const narrow = this.targets.all.filter((target) => !open.includes(target) && !isHiddenBy(target, target.aims));
    return {open, narrow};
  }

  /** Few searches that move many counts at once settle most of them. */
  #pushMany(source: number): void {
    for (const [round, signs] of pushes.entries()) {
      const left = this.targets.all.filter((one) => one.quantity.source === source && !isHiddenBy(one, one.aims));
      if (left.length < 2) return;
      const wishes = left.map(({quantity, value}): Wish => ({quantity, lower: Math.max(-reach, -value), upper: reach}));
      const push = left.map((_, at) => signs(at, round));
      const moved = this.#moves[source]?.find(wishes, {mayWithhold: false, push});
      if (moved !== undefined && typeof moved !== "string") this.#accept({source, changes: moved.changes});
    }
  }

  #open(target: Target): void {
    while (!isHiddenBy(target, target.aims)) {
      const before = target.seen.size;
      const isFree = this.#wishes(target).some((wish) => this.#tryMove(target, this.#find(wish, false)));
      if (isFree && target.seen.size > before) continue;
      const paid = this.#wishes(target).map((wish) => this.#find(wish, true));
      const moves = paid.filter((one): one is FoundMove => typeof one !== "string");
      const [cheapest] = moves.toSorted((one, other) => costOf(one) - costOf(other));
      if (cheapest === undefined || !this.#tryMove(target, cheapest) || target.seen.size === before) return;
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

  #find(wish: Wish, mayWithhold: boolean): FoundMove | string {
    return this.#moves[wish.quantity.source]?.find([wish], {mayWithhold}) ?? "undecided";
  }

  #tryMove(target: Target, move: FoundMove | string): boolean {
    if (typeof move === "string") return false;
    const keys = new Set(move.broken.map(({key}) => key));
    this.#statements.withhold(keys);
    for (const key of keys) this.withheld.set(key, target.name);
    return this.#accept({source: target.quantity.source, changes: move.changes});
  }

  /** Takes other people in where they satisfy every statement; what they make of the counts is noted. */
  #accept(other: OtherPeople): boolean {
    const records = this.#scratch[other.source];
    if (records === undefined) return false;
    const rows = this.#base.map((_, source) => (source === other.source ? [...other.changes.keys()] : []));
    for (const [row, values] of other.changes) write(records, row, values);
    const isAllowed = this.#statements.allow(this.#base, this.#scratch, rows);
    if (isAllowed) {
      this.targets.see(this.#base, this.#scratch, rows);
      this.found.push(other);
    }
    for (const [row, values] of other.changes) {
      write(records, row, new Map([...values.keys()].map((column) => [column, this.#base[other.source]?.columns[column]?.[row] ?? 0])));
    }
    return isAllowed;
  }
}

/** How far a count may move in a search that moves many. */
const reach = 2;

/** Which way each count is pushed, by search and place in the list. */
const pushes: readonly ((at: number, round: number) => number)[] = [
  () => 1,
  () => -1,
  (at) => (at % 2 === 0 ? 1 : -1),
  (at) => (at % 2 === 0 ? -1 : 1),
];

function costOf({broken}: FoundMove): number {
  return broken.reduce((sum, {ifWithheld}) => sum + (ifWithheld?.cost ?? 0), 0);
}

function copyOf({definition, size, columns}: Records): Records {
  return {definition, size, columns: columns.map((values) => values.slice())};
}

function write(records: Records, row: number, values: ReadonlyMap<number, number>): void {
  for (const [column, value] of values) {
    const own = records.columns[column];
    if (own !== undefined) own[row] = value;
  }
  deriveRow(records, row);
}

