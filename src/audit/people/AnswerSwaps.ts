import {valueWith} from "../population/columns.ts";
import {beneath} from "../population/ownColumns.ts";
import type {Term} from "../population/quantity.ts";
import {bucketsOf, type Records} from "../population/records.ts";
import {RecordSet} from "./RecordSet.ts";
import type {ExchangeTies} from "./tieColumns.ts";

/** The values of one column that each record could take, by the bucket of records that may exchange them. */
interface Swappable {
  readonly bucketOf: Int32Array;
  readonly values: readonly (readonly number[])[];
}

/** Terms that share columns: a record that takes another value of one of these is asked all of them again. */
interface Condition {
  readonly terms: readonly Term[];
  readonly columns: readonly number[];
}

/**
 * What the records of a population could answer by exchanging answers with others. Two records may exchange their values of a
 * column where they agree on all that a statement looks at together with it, and one record may do so in several columns that
 * no statement looks at together: every statement then counts as before.
 */
export class AnswerSwaps {
  readonly records: Records;
  readonly #ties: ExchangeTies;
  readonly #known: (Swappable | undefined)[] = [];
  readonly #names = new Map<Term, number>();
  readonly #sets = new Map<string, RecordSet>();

  constructor(records: Records, ties: ExchangeTies) {
    this.records = records;
    this.#ties = ties;
  }

  /** Number of the bucket of a record: those in it may exchange their values of a column. */
  bucketOf(column: number, row: number): number {
    return this.#swappable(column).bucketOf[row] ?? -1;
  }

  /** By bucket the values of a column that its records have. */
  valuesIn(column: number): readonly (readonly number[])[] {
    return this.#swappable(column).values;
  }

  /** Whether some record is all that some terms say, or could be. */
  canBe(terms: readonly Term[]): boolean {
    const conditions = conditionsOf(terms, this.records);
    return this.#canMeet(conditions, {changed: [], left: undefined});
  }

  #canMeet(
    [first, ...others]: readonly Condition[],
    {changed, left}: {readonly changed: readonly number[]; readonly left: RecordSet | undefined},
  ): boolean {
    if (first === undefined) return left?.isEmpty() === false;
    const meets = (set: RecordSet, now: readonly number[]): boolean => {
      const both = left === undefined ? set : left.and(set);
      return !both.isEmpty() && this.#canMeet(others, {changed: now, left: both});
    };
    if (meets(this.#setOf(first.terms, undefined), changed)) return true;
    return first.columns.some((column) => {
      const isTied = changed.some((other) => this.#ties[column]?.some((tie) => tie.column === other) === true);
      return !isTied && meets(this.#setOf(first.terms, column), [...changed, column]);
    });
  }

  /** The records that are what terms say, or that are so with some value of a column that they could take. */
  #setOf(terms: readonly Term[], changed: number | undefined): RecordSet {
    const name = `${String(changed)} ${terms.map((term) => this.#nameOf(term)).join()}`;
    const known = this.#sets.get(name) ?? this.#findSet(terms, changed);
    this.#sets.set(name, known);
    return known;
  }

  #findSet(terms: readonly Term[], changed: number | undefined): RecordSet {
    const {columns, definition, size} = this.records;
    if (changed !== undefined && terms.every(({column}) => column === changed)) {
      const {bucketOf, values} = this.#swappable(changed);
      const isMet = values.map((own) => own.some((value) => terms.every(({mask}) => mask[value] === 1)));
      return RecordSet.where(size, (row) => isMet[bucketOf[row] ?? -1] === true);
    }
    return RecordSet.where(size, (row) => {
      const isMetWith = (value: number | undefined): boolean => {
        const own = (column: number): number =>
          column === changed && value !== undefined ? value : (columns[column]?.[row] ?? 0);
        const read = valueWith(own, definition);
        return terms.every(({column, mask}) => mask[read(column)] === 1);
      };
      if (changed === undefined) return isMetWith(undefined);
      return this.#swappable(changed).values[this.bucketOf(changed, row)]?.some(isMetWith) === true;
    });
  }

  #nameOf(term: Term): number {
    const known = this.#names.get(term) ?? this.#names.size;
    this.#names.set(term, known);
    return known;
  }

  #swappable(column: number): Swappable {
    return (this.#known[column] ??= this.#findSwappable(column));
  }

  #findSwappable(column: number): Swappable {
    const buckets = bucketsOf(this.records, this.#ties[column] ?? []);
    const bucketOf = new Int32Array(this.records.size);
    const own = this.records.columns[column];
    const values = buckets.map((rows, bucket) => {
      for (const row of rows) bucketOf[row] = bucket;
      return [...new Set(rows.map((row) => own?.[row] ?? 0))];
    });
    return {bucketOf, values};
  }
}

/** Puts terms together that follow from a column in common. */
function conditionsOf(terms: readonly Term[], {definition}: Records): readonly Condition[] {
  let conditions: readonly Condition[] = [];
  for (const term of terms) {
    const columns = beneath(term.column, definition);
    const isJoined = (one: Condition): boolean => one.columns.some((column) => columns.includes(column));
    const joined = conditions.filter(isJoined);
    const all = new Set([...joined.flatMap((one) => one.columns), ...columns]);
    const together = {terms: [...joined.flatMap((one) => one.terms), term], columns: [...all]};
    conditions = [...conditions.filter((one) => !isJoined(one)), together];
  }
  return conditions;
}
