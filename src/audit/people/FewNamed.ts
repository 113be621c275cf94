import type {CountedRecords} from "./CountedRecords.ts";
import type {Term} from "../population/quantity.ts";

/** The records that some terms are true of among some people, as far as they are few. */
export class FewNamed {
  readonly #counted: CountedRecords;
  readonly #most: number;
  readonly #rows = new Map<Term, readonly number[]>();

  /** `most`: how many records a group may have that is few. */
  constructor(counted: CountedRecords, most: number) {
    this.#counted = counted;
    this.#most = most;
  }

  /** The number of a record among all of its source. */
  numberOf(row: number): number {
    return this.#counted.numberOf(row);
  }

  /** The records that all of some terms are true of; nothing where they are more than few. */
  rowsOf(terms: readonly Term[]): readonly number[] | undefined {
    const [rarest = []] = terms.map((term) => this.with(term)).toSorted((one, other) => one.length - other.length);
    const found: number[] = [];
    for (const row of rarest) {
      if (!terms.every((term) => this.isIn(term, row))) continue;
      found.push(row);
      if (found.length > this.#most) return undefined;
    }
    return found;
  }

  /** The records that all of some terms are true of, however many; all that are counted, of none. */
  allOf([first, ...others]: readonly Term[]): readonly number[] {
    if (first === undefined) return Array.from({length: this.#counted.size}, (_, row) => row);
    return this.with(first).filter((row) => others.every((term) => this.isIn(term, row)));
  }

  /** The records that one term is true of, however many. */
  with(term: Term): readonly number[] {
    const known = this.#rows.get(term);
    if (known !== undefined) return known;
    const values = this.valuesOf(term.column);
    const found: number[] = [];
    for (let row = 0; row < values.length; row += 1) if (term.mask[values[row] ?? 0] === 1) found.push(row);
    this.#rows.set(term, found);
    return found;
  }

  isIn({column, mask}: Term, row: number): boolean {
    return mask[this.valuesOf(column)[row] ?? 0] === 1;
  }

  valuesOf(column: number): Uint16Array | Uint32Array {
    return this.#counted.divisionBy(column).classes;
  }
}
