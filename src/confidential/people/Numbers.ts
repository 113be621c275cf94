import type {Averaged, Records, PeopleStatement} from "../../audit/index.ts";

/** The numbers of some records, which may be changed within what counts hold. */
export class Numbers {
  readonly #averaged: Averaged;
  readonly #before: Uint16Array;
  readonly #values: Uint16Array;
  /** By value, which counts hold it; values that the same hold are alike to all of them. */
  readonly #holding: readonly string[];
  /** By what holds them, the values of numbers. */
  readonly #valueOf = new Map<string, Map<number, number>>();

  constructor(records: Records, averaged: Averaged, statements: readonly PeopleStatement[]) {
    this.#averaged = averaged;
    const {column, mask} = averaged.known;
    this.#before = records.columns[column] ?? new Uint16Array();
    this.#values = this.#before.slice();
    this.#holding = holdingOf(averaged, statements);
    mask.forEach((isKnown, value) => {
      if (isKnown !== 1) return;
      const holding = this.#holding[value] ?? "";
      const alike = this.#valueOf.get(holding) ?? new Map<number, number>();
      this.#valueOf.set(holding, alike.set(averaged.weights[value] ?? 0, value));
    });
  }

  /** The number of a record; nothing where it has none. */
  at(row: number): number | undefined {
    const value = this.#values[row] ?? 0;
    return this.#averaged.known.mask[value] === 1 ? this.#averaged.weights[value] : undefined;
  }

  /** By how much a record's number can fall, or rise, as far as counts go. */
  room(row: number, direction: 1 | -1): number {
    const number = this.at(row);
    if (number === undefined) return 0;
    let room = 0;
    while (this.#alike(row).has(number + direction * (room + 1))) room += 1;
    return room;
  }

  exchange(one: number, other: number): void {
    const value = this.#values[one] ?? 0;
    this.#values[one] = this.#values[other] ?? 0;
    this.#values[other] = value;
  }

  /** Changes the number of a record by so much, which it must have room for. */
  shift(row: number, by: number): void {
    const value = this.#alike(row).get((this.at(row) ?? 0) + by);
    if (value !== undefined) this.#values[row] = value;
  }

  /** Records and their new values, those that changed. */
  changes(): readonly (readonly [row: number, value: number])[] {
    return [...this.#values.entries()].filter(([row, value]) => this.#before[row] !== value);
  }

  #alike(row: number): ReadonlyMap<number, number> {
    return this.#valueOf.get(this.#holding[this.#values[row] ?? 0] ?? "") ?? new Map();
  }
}

function holdingOf({known: {column, mask}}: Averaged, statements: readonly PeopleStatement[]): readonly string[] {
  const terms = statements
    .flatMap(({parts}) => parts.filter(({weights}) => weights === undefined))
    .flatMap((part) => part.terms.filter((term) => term.column === column));
  const masks = new Map(terms.map((term) => [term.mask.join(""), term.mask]));
  return Array.from(mask, (_, value) => [...masks.values()].map((held) => String(held[value] ?? 0)).join(""));
}
