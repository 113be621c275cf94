import {sizeOf} from "../population/columns.ts";
import type {Division} from "./meetings.ts";
import type {Term} from "../population/quantity.ts";
import type {People, Records} from "../population/records.ts";
import {countedTerms, type CountedPopulation} from "../population/terms.ts";

/** The records that a population counts, or those of them that a further term is true of, column by column. */
export class CountedRecords {
  readonly #records: Records;
  /** Numbers of the records; all where absent. */
  readonly #rows: Uint32Array | undefined;
  readonly #divisions: (Division | undefined)[] = [];

  private constructor(records: Records, terms: readonly Term[]) {
    this.#records = records;
    this.#rows = terms.length === 0 ? undefined : rowsOf(records, terms);
  }

  static of(population: CountedPopulation, people: People, also: readonly Term[] = []): CountedRecords | undefined {
    const records = people[population.definition.source];
    return records && new CountedRecords(records, [...countedTerms(population), ...also]);
  }

  get size(): number {
    return this.#rows?.length ?? this.#records.size;
  }

  /** The number of a record among all, by its place among those counted. */
  numberOf(place: number): number {
    return this.#rows === undefined ? place : (this.#rows[place] ?? -1);
  }

  /** The records by their value of a column. */
  divisionBy(column: number): Division {
    return (this.#divisions[column] ??= {
      classes: this.#valuesOf(column),
      size: sizeOf(this.#records.definition, column),
    });
  }

  /** How much each record weighs, which its value of a column says. */
  weightsBy(column: number, weights: readonly number[]): Float64Array {
    const values = this.#valuesOf(column);
    const weighed = new Float64Array(values.length);
    for (let at = 0; at < weighed.length; at += 1) weighed[at] = weights[values[at] ?? 0] ?? 0;
    return weighed;
  }

  #valuesOf(column: number): Uint16Array {
    const values = this.#records.columns[column] ?? new Uint16Array();
    if (this.#rows === undefined) return values;
    const own = new Uint16Array(this.#rows.length);
    for (let at = 0; at < own.length; at += 1) own[at] = values[this.#rows[at] ?? 0] ?? 0;
    return own;
  }
}

/** The records that all of some terms are true of. */
function rowsOf({columns, size}: Records, terms: readonly Term[]): Uint32Array {
  const tests = terms.map(({column, mask}) => ({mask, values: columns[column]}));
  const rows = new Uint32Array(size);
  let found = 0;
  for (let row = 0; row < size; row += 1) {
    if (tests.every(({mask, values}) => mask[values?.[row] ?? 0] === 1)) rows[found++] = row;
  }
  return rows.subarray(0, found);
}
