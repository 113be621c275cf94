import {ChangeCounter, countQuantities, type People, type Quantity} from "../../audit/index.ts";

/** A count that must not be known: which values populations so far have given it, and how many it needs. */
export interface Target {
  readonly name: string;
  readonly quantity: Quantity;
  /** What it is in the base. */
  readonly value: number;
  /** Values that it needs at the least, and values that it is to have where that can be. */
  readonly needs: number;
  readonly aims: number;
  /** A value of so many or more is enough by itself. */
  readonly enough: number;
  readonly seen: Set<number>;
}

/** A count that is to be protected. */
export interface Aim {
  readonly name: string;
  readonly quantity: Quantity;
  readonly needs: number;
  readonly aims: number;
  readonly enough: number;
}

/** Follows what every population makes of the counts that must not be known. */
export class Targets {
  readonly all: readonly Target[];
  readonly #counter: ChangeCounter;

  constructor(base: People, aims: readonly Aim[]) {
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
