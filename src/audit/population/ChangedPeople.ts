import {copyOf, deriveRow, type People} from "./records.ts";

/** People who are changed record by record and then made the same again, so that many others need no copies. */
export class ChangedPeople {
  readonly #base: People;
  readonly #people: People;
  readonly #rows: readonly Set<number>[];

  constructor(base: People) {
    this.#base = base;
    this.#people = base.map(copyOf);
    this.#rows = base.map(() => new Set<number>());
  }

  /** The people as they are now. */
  get people(): People {
    return this.#people;
  }

  /** By source the records that were changed. */
  rows(): readonly (readonly number[])[] {
    return this.#rows.map((rows) => [...rows]);
  }

  /** Gives a record another value. What follows from it is worked out by `derive`. */
  change(source: number, row: number, [column, value]: readonly [column: number, value: number]): void {
    const values = this.#people[source]?.columns[column];
    if (values === undefined || row >= values.length) return;
    values[row] = value;
    this.#rows[source]?.add(row);
  }

  /** Works out what follows from the values of the records changed. */
  derive(): void {
    this.#people.forEach((records, source) => {
      for (const row of this.#rows[source] ?? []) deriveRow(records, row);
    });
  }

  /** Makes them the people they were. */
  restore(): void {
    this.#people.forEach(({columns}, source) => {
      const before = this.#base[source]?.columns ?? [];
      for (const row of this.#rows[source] ?? [])
        for (let column = 0; column < columns.length; column += 1) copyValue(before[column], columns[column], row);
      this.#rows[source]?.clear();
    });
  }
}

function copyValue(from: Uint16Array | undefined, to: Uint16Array | undefined, row: number): void {
  if (from !== undefined && to !== undefined) to[row] = from[row] ?? 0;
}
