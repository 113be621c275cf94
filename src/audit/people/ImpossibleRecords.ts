import {cellKeyOf} from "../population/jointCounts.ts";
import type {SourceDefinition} from "../population/definition.ts";
import type {Records} from "../population/records.ts";

/** Combinations of values of some columns. */
interface Never {
  readonly columns: readonly number[];
  readonly tuples: ReadonlySet<number | string>;
}

/** Tells whether a record can be: no combination of its values is one that the dictionary does not accept. */
export class ImpossibleRecords {
  readonly #never: readonly Never[];

  constructor(definition: SourceDefinition) {
    this.#never = definition.impossible.map(({columns, values}) => ({
      columns,
      tuples: new Set(values.map((tuple) => cellKeyOf(definition, columns, (at) => tuple[at] ?? 0))),
    }));
  }

  /** Whether one of some records cannot be; as far as some columns have to do with it, where they are named. */
  has(records: Records, rows: Iterable<number>, touched?: ReadonlySet<number>): boolean {
    const {definition, columns: values} = records;
    const asked = this.#never.filter(({columns}) => touched === undefined || columns.some((one) => touched.has(one)));
    for (const row of rows) {
      for (const {columns, tuples} of asked)
        if (tuples.has(cellKeyOf(definition, columns, (at) => values[columns[at] ?? -1]?.[row] ?? 0))) return true;
    }
    return false;
  }
}
