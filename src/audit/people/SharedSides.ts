import type {AnswerSwaps} from "./AnswerSwaps.ts";
import {isMaskWithin} from "./byNature.ts";
import type {FewNamed} from "./FewNamed.ts";
import {beneath} from "../population/ownColumns.ts";
import type {Term} from "../population/quantity.ts";

/** Something that all of a group can share: an answer, or a side of a number. */
export interface Side extends Term {
  readonly name: string;
}

/** The sides on one column: by value, and by bucket those that all its records are on. */
interface SidesOn {
  readonly column: number;
  readonly byValue: readonly (readonly Side[])[];
  /** Of a column that records can exchange as it is. */
  readonly byBucket: readonly (readonly Side[])[] | undefined;
}

/** What records of a population share, and cannot leave by exchanging the answer with another record. */
export class SharedSides {
  readonly #people: FewNamed;
  readonly #swaps: AnswerSwaps;
  readonly #columns: readonly SidesOn[];

  constructor(sides: readonly Side[], people: FewNamed, swaps: AnswerSwaps) {
    this.#people = people;
    this.#swaps = swaps;
    const {definition} = swaps.records;
    const byColumn = [...Map.groupBy(sides, ({column}) => column)];
    this.#columns = byColumn.map(([column, own]): SidesOn => {
      const values = own[0]?.mask ?? new Uint8Array();
      const holding = (all: readonly number[]): readonly Side[] =>
        own.filter(({mask}) => all.every((value) => mask[value] === 1));
      const isOwn = column < definition.columns.length;
      const byBucket = isOwn ? swaps.valuesIn(column).map(holding) : undefined;
      return {column, byValue: Array.from(values, (_, value) => holding([value])), byBucket};
    });
  }

  /**
   * The sides that all of some records are on, but those that their naming says; of a column that does not name them as far as
   * none of them can leave by itself.
   */
  of(rows: readonly number[], naming: readonly Term[]): readonly Side[] {
    const {definition} = this.#swaps.records;
    const named = new Set(naming.flatMap(({column}) => beneath(column, definition)));
    return this.#columns.flatMap(({column, byValue, byBucket}) => {
      const values = this.#people.valuesOf(column);
      const sidesOf = (row: number): readonly Side[] =>
        (byBucket === undefined || named.has(column)
          ? byValue[values[row] ?? 0]
          : byBucket[this.#swaps.bucketOf(column, this.#people.numberOf(row))]) ?? [];
      const [first, ...others] = rows.map(sidesOf);
      const telling = naming.filter((term) => term.column === column);
      const isNamed = (side: Side): boolean => telling.some(({mask}) => isMaskWithin(mask, side.mask));
      return (first ?? []).filter((side) => others.every((own) => own.includes(side)) && !isNamed(side));
    });
  }
}
