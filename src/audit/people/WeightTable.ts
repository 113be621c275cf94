import type {Part} from "../population/quantity.ts";
import type {Records} from "../population/records.ts";

/** Quantities that a record adds to, each followed by how much. */
export type Weights = readonly number[];

/** A part of a quantity that has a number. */
export type NumberedPart = readonly [quantity: number, part: Part];

/** Parts of quantities that look at the same columns: what a record adds to them is worked out once for its values there. */
export class WeightTable {
  readonly columns: readonly number[];
  /** By column of the table, how many values it has. */
  readonly #sizes: readonly number[];
  /** Whether a combination of values can be told by one number. */
  readonly #isNumbered: boolean;
  readonly #known = new Map<number | string, Weights>();
  /** By place of a column and value, the parts whose narrowest term is true of it. */
  readonly #parts: readonly (NumberedPart[] | undefined)[][];
  /** Parts that ask nothing. */
  readonly #always: readonly NumberedPart[];

  /** `sizes`: how many values every column of the records has. */
  constructor(columns: readonly number[], parts: readonly NumberedPart[], sizes: readonly number[]) {
    this.columns = columns;
    this.#sizes = columns.map((column) => sizes[column] ?? 1);
    this.#isNumbered = this.#sizes.reduce((product, size) => product * size, 1) <= Number.MAX_SAFE_INTEGER;
    this.#parts = columns.map(() => []);
    this.#always = parts.filter(([, {terms}]) => terms.length === 0);
    for (const part of parts) this.#file(part);
  }

  /** What a record adds to which quantities. Records alike in the columns have one and the same answer. */
  weightsAt(records: Records, row: number): Weights {
    const key = this.#keyOf(records, row);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const valueOf = (column: number): number => records.columns[column]?.[row] ?? 0;
    const asked = this.columns.flatMap((column, place) => this.#parts[place]?.[valueOf(column)] ?? []);
    const found = [...this.#always, ...asked].flatMap(([quantity, part]) => {
      const weight = weightOf(part, valueOf);
      return weight === 0 ? [] : [quantity, weight];
    });
    this.#known.set(key, found);
    return found;
  }

  #keyOf({columns}: Records, row: number): number | string {
    if (!this.#isNumbered) return this.columns.map((column) => columns[column]?.[row] ?? 0).join();
    let key = 0;
    for (let at = 0; at < this.columns.length; at += 1)
      key = key * (this.#sizes[at] ?? 1) + (columns[this.columns[at] ?? -1]?.[row] ?? 0);
    return key;
  }

  #file(part: NumberedPart): void {
    const [, {terms}] = part;
    const widths = terms.map(({mask}) => mask.reduce((sum, holds) => sum + holds, 0));
    const narrowest = terms[widths.indexOf(Math.min(...widths))];
    if (narrowest === undefined) return;
    const byValue = this.#parts[this.columns.indexOf(narrowest.column)] ?? [];
    narrowest.mask.forEach((holds, value) => {
      if (holds === 1) (byValue[value] ??= []).push(part);
    });
  }
}

/** How much a record adds to a part, by the values of its columns. */
export function weightOf({terms, sign = 1, weights}: Part, valueOf: (column: number) => number): number {
  for (const {column, mask} of terms) if (mask[valueOf(column)] !== 1) return 0;
  return sign * (weights === undefined ? 1 : (weights.of[valueOf(weights.column)] ?? 0));
}
