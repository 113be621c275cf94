import {columnsOf, type Part, type Quantity} from "./quantity.ts";
import type {People, Records} from "./records.ts";

/** Parts of quantities that look at the same columns. */
interface Table {
  readonly columns: readonly number[];
  readonly parts: readonly (readonly [quantity: number, part: Part])[];
  /** By values of the columns, which quantities a record with them adds to, and how much. */
  readonly known: Map<string, readonly (readonly [quantity: number, weight: number])[]>;
}

/** Tells by how much quantities change where a few records do: it looks at these records alone. */
export class ChangeCounter {
  readonly #tables: readonly (readonly Table[])[];

  constructor(quantities: readonly Quantity[]) {
    const bySource: Map<string, {columns: readonly number[]; parts: [number, Part][]}>[] = [];
    quantities.forEach(({source, parts}, at) => {
      const tables = (bySource[source] ??= new Map());
      for (const part of parts) {
        const columns = columnsOf(part);
        const table = tables.get(columns.join()) ?? {columns, parts: []};
        table.parts.push([at, part]);
        tables.set(columns.join(), table);
      }
    });
    this.#tables = Array.from(bySource, (tables) =>
      [...(tables ?? new Map()).values()].map((table) => ({...table, known: new Map()})),
    );
  }

  /** The change of every quantity that changes, between two populations that differ in these records by source. */
  between(base: People, other: People, rows: readonly (readonly number[])[]): ReadonlyMap<number, number> {
    const changes = new Map<number, number>();
    const add = (
      [records, sign]: readonly [Records | undefined, number],
      tables: readonly Table[],
      row: number,
    ): void => {
      for (const table of tables) {
        for (const [quantity, weight] of weightsAt(table, records, row)) {
          const change = (changes.get(quantity) ?? 0) + sign * weight;
          if (change === 0) changes.delete(quantity);
          else changes.set(quantity, change);
        }
      }
    };
    rows.forEach((changed, source) => {
      const tables = this.#tables[source] ?? [];
      for (const row of changed) {
        add([base[source], -1], tables, row);
        add([other[source], 1], tables, row);
      }
    });
    return changes;
  }
}

function weightsAt(table: Table, records: Records | undefined, row: number): readonly (readonly [number, number])[] {
  const values = table.columns.map((column) => records?.columns[column]?.[row] ?? 0);
  const name = values.join();
  const known = table.known.get(name);
  if (known !== undefined) return known;
  const found = table.parts.flatMap(([quantity, part]) => {
    const weight = weightOf(part, (column) => values[table.columns.indexOf(column)] ?? 0);
    return weight === 0 ? [] : [[quantity, weight] as const];
  });
  table.known.set(name, found);
  return found;
}

/** How much a record adds to a part, by the values of its columns. */
export function weightOf({terms, sign = 1, weights}: Part, valueOf: (column: number) => number): number {
  for (const {column, mask} of terms) if (mask[valueOf(column)] !== 1) return 0;
  return sign * (weights === undefined ? 1 : (weights.of[valueOf(weights.column)] ?? 0));
}
