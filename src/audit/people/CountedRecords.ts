import {valuesOf} from "./jointCounts.ts";
import type {Division} from "./meetings.ts";
import type {Term} from "./quantity.ts";
import type {People, Records} from "./records.ts";
import {countedTerms, type CountedPopulation} from "./terms.ts";

/** The records that a population counts, or those of them that a further term is true of, column by column. */
export class CountedRecords {
  readonly #records: Records;
  /** Numbers of the records; all where absent. */
  readonly #rows: Uint32Array | undefined;
  readonly #divisions: (Division | undefined)[] = [];

  private constructor(records: Records, terms: readonly Term[]) {
    this.#records = records;
    const tests = terms.map(({column, mask}) => ({mask, values: records.columns[column]}));
    const isCounted = (row: number): boolean => tests.every(({mask, values}) => mask[values?.[row] ?? 0] === 1);
    this.#rows =
      tests.length === 0
        ? undefined
        : Uint32Array.from(Array.from({length: records.size}, (_, row) => row).filter(isCounted));
  }

  static of(population: CountedPopulation, people: People, also: readonly Term[] = []): CountedRecords | undefined {
    const records = people[population.definition.source];
    return records && new CountedRecords(records, [...countedTerms(population), ...also]);
  }

  get size(): number {
    return this.#rows?.length ?? this.#records.size;
  }

  /** The records by their value of a column. */
  divisionBy(column: number): Division {
    return (this.#divisions[column] ??= {classes: this.#valuesOf(column), size: valuesOf(this.#records, column)});
  }

  /** How much each record weighs, which its value of a column says. */
  weightsBy(column: number, weights: readonly number[]): Float64Array {
    return Float64Array.from(this.#valuesOf(column), (value) => weights[value] ?? 0);
  }

  #valuesOf(column: number): Uint16Array {
    const values = this.#records.columns[column] ?? new Uint16Array();
    return this.#rows === undefined ? values : Uint16Array.from(this.#rows, (row) => values[row] ?? 0);
  }
}
