import {valueWith, weightOf, type FewMean, type Quantity, type Records, ownColumns} from "../../audit/index.ts";

/** By column and value the records that have it, as asked. */
export class RowsByValue {
  readonly #records: Records;
  readonly #known: (readonly number[][] | undefined)[] = [];

  constructor(records: Records) {
    this.#records = records;
  }

  /** The records that can be in a part of a quantity: those that one of its terms, the narrowest, is true of. */
  within({terms}: Quantity["parts"][number]): readonly number[] {
    const lists = terms.map(({column, mask}) => this.#of(column).filter((_, value) => mask[value] === 1));
    const sizeOf = (rows: readonly (readonly number[])[]): number => rows.reduce((sum, own) => sum + own.length, 0);
    const [narrowest] = lists.toSorted((one, other) => sizeOf(one) - sizeOf(other));
    return narrowest?.flat() ?? Array.from({length: this.#records.size}, (_, row) => row);
  }

  #of(column: number): readonly (readonly number[])[] {
    return (this.#known[column] ??= this.#index(column));
  }

  #index(column: number): number[][] {
    const rows: number[][] = [];
    this.#records.columns[column]?.forEach((value, row) => (rows[value] ??= []).push(row));
    return rows;
  }
}

/** The few whose mean is known too closely, and what exchanges of answers make of it. */
export class AveragedGroup {
  readonly members: readonly number[];
  /** The columns that make somebody a member, and the one of the number. */
  readonly columns: readonly number[];
  readonly numbered: number;
  readonly #records: Records;
  readonly #parts: FewMean;
  /** What their numbers come to among these records, and their mean. */
  readonly total: number;
  readonly mean: number;
  /** From what exchanges are reckoned: a sum from nought, a mean from itself. */
  readonly #from: number;

  constructor(mean: FewMean, records: Records, index: RowsByValue) {
    const {known, sum} = mean;
    this.#records = records;
    this.#parts = mean;
    const candidates = new Set(known.parts.filter(({sign = 1}) => sign > 0).flatMap((part) => index.within(part)));
    this.members = [...candidates].filter((row) => this.#weigh(known, this.#valueAt(row)) !== 0);
    this.total = this.members.reduce((all, row) => all + this.#weigh(sum, this.#valueAt(row)), 0);
    this.mean = this.total / Math.max(1, this.members.length);
    this.#from = mean.isSum ? 0 : this.mean;
    this.numbered = mean.number.known.column;
    this.columns = [...new Set(sum.parts.flatMap((part) => ownColumns(part, records.definition)))];
  }

  /** By how much the sum grows of what members have above the mean, or of all they have, where two records exchange their value of a column. */
  gain(column: number, one: number, other: number): number {
    const swapped = (row: number, partner: number) => (asked: number) =>
      this.#valueAt(asked === column ? partner : row)(asked);
    return (
      this.#above(swapped(one, other)) +
      this.#above(swapped(other, one)) -
      this.#above(this.#valueAt(one)) -
      this.#above(this.#valueAt(other))
    );
  }

  #above(valueOf: (column: number) => number): number {
    const known = this.#weigh(this.#parts.known, valueOf);
    return known === 0 ? 0 : this.#weigh(this.#parts.sum, valueOf) - this.#from * known;
  }

  #weigh({parts}: Quantity, valueOf: (column: number) => number): number {
    const value = valueWith(valueOf, this.#records.definition);
    return parts.reduce((sum, part) => sum + weightOf(part, value), 0);
  }

  #valueAt(row: number): (column: number) => number {
    return (column) => this.#records.columns[column]?.[row] ?? 0;
  }
}
