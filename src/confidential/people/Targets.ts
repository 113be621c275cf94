import {ChangeCounter, countQuantities, type MarkedCount, type People} from "../../audit/index.ts";

/** A count that must not be known, with the values that populations so far have given it. */
export interface Target extends MarkedCount {
  /** What it is in the base. */
  readonly value: number;
  readonly seen: Set<number>;
}

/** Follows what every population makes of the counts that must not be known. */
export class Targets {
  readonly all: readonly Target[];
  readonly #counter: ChangeCounter;

  constructor(base: People, aims: readonly MarkedCount[]) {
    const quantities = aims.map(({quantity}) => quantity);
    const values = countQuantities(base, quantities);
    this.all = aims.map((aim, at) => ({...aim, value: values[at] ?? 0, seen: new Set([values[at] ?? 0])}));
    this.#counter = new ChangeCounter(quantities);
  }

  /** Notes the counts of other people, who differ from the base in these records. */
  see(base: People, other: People, rows: readonly (readonly number[])[]): void {
    for (const [at, change] of this.#counter.between(base, other, rows)) {
      const target = this.all[at];
      target?.seen.add(target.value + change);
    }
  }
}

/** Whether populations leave a count open to so many values. */
export function isHiddenBy({seen, enough}: Target, values: number): boolean {
  return seen.size >= values || [...seen].some((value) => value >= enough);
}
