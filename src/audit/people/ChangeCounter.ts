import {cellKeyOf} from "../population/jointCounts.ts";
import {columnsIn, type Part, type Quantity} from "../population/quantity.ts";
import type {People, Records} from "../population/records.ts";

/** Parts of quantities that look at the same columns. */
interface Table {
  readonly columns: readonly number[];
  readonly parts: (readonly [quantity: number, part: Part])[];
  /** By values of the columns, which quantities a record with them adds to, and how much. */
  readonly known: Map<number | string, readonly (readonly [quantity: number, weight: number])[]>;
}

/** Tables with all the parts of their quantities: what one says of a change, no other adds to. */
type Block = readonly Table[];

/** By how much quantities change, by their number; those that do not change are left out. */
export type Changes = ReadonlyMap<number, number>;

/** Tells by how much quantities change where a few records do: it looks at these records alone. */
export class ChangeCounter {
  readonly #blocks: readonly (readonly Block[])[];

  constructor(quantities: readonly Quantity[]) {
    const bySource: Map<string, Table>[] = [];
    const joined = quantities.map(({source, parts}, at): readonly Table[] => {
      const tables = (bySource[source] ??= new Map());
      return parts.map((part) => {
        const columns = columnsIn(part);
        const table: Table = tables.get(columns.join()) ?? {columns, parts: [], known: new Map()};
        tables.set(columns.join(), table);
        table.parts.push([at, part]);
        return table;
      });
    });
    this.#blocks = Array.from(bySource, (tables) => blocksOf([...(tables?.values() ?? [])], joined));
  }

  /** The change of every quantity that changes, between two populations that differ in these records by source. */
  between(base: People, other: People, rows: readonly (readonly number[])[]): Changes {
    return new Map([...this.changes(base, other, rows)].flatMap((changes) => [...changes]));
  }

  /** The same bit by bit: each quantity is in one of the bits, whole. Whoever has seen enough need not ask for more. */
  *changes(base: People, other: People, rows: readonly (readonly number[])[]): Generator<Changes> {
    for (const [source, changed] of rows.entries()) {
      const [before, after] = [base[source], other[source]];
      if (before === undefined || after === undefined || changed.length === 0) continue;
      const differs = columnsThatDiffer({before, after, changed});
      for (const block of this.#blocks[source] ?? []) {
        const touched = block.filter(({columns}) => columns.some((column) => differs[column] === 1));
        if (touched.length > 0) yield changesIn(touched, {before, after, changed});
      }
    }
  }
}

/** Puts tables together that hold parts of one quantity. */
function blocksOf(tables: readonly Table[], joined: readonly (readonly Table[])[]): readonly Block[] {
  const blocks = new Map(tables.map((table) => [table, new Set([table])]));
  for (const [first, ...others] of joined) {
    const block = first && blocks.get(first);
    if (block === undefined) continue;
    for (const other of others) {
      const merged = blocks.get(other) ?? new Set();
      if (merged === block) continue;
      for (const table of merged) blocks.set(table, block.add(table));
    }
  }
  return [...new Set(blocks.values())].map((block) => [...block]);
}

/** Some records of one source before and after. */
interface Changing {
  readonly before: Records;
  readonly after: Records;
  readonly changed: readonly number[];
}

function columnsThatDiffer({before, after, changed}: Changing): Uint8Array {
  return Uint8Array.from(before.columns, (values, column) => {
    const others = after.columns[column];
    return Number(changed.some((row) => values[row] !== others?.[row]));
  });
}

function changesIn(tables: Block, {before, after, changed}: Changing): Changes {
  const changes = new Map<number, number>();
  for (const table of tables) {
    for (const row of changed) {
      const [gone, come] = [weightsAt(table, before, row), weightsAt(table, after, row)];
      if (gone === come) continue;
      for (const [quantity, weight] of gone) add(changes, quantity, -weight);
      for (const [quantity, weight] of come) add(changes, quantity, weight);
    }
  }
  return changes;
}

function add(changes: Map<number, number>, quantity: number, weight: number): void {
  const change = (changes.get(quantity) ?? 0) + weight;
  if (change === 0) changes.delete(quantity);
  else changes.set(quantity, change);
}

function weightsAt(table: Table, records: Records, row: number): readonly (readonly [number, number])[] {
  const valueOf = (column: number): number => records.columns[column]?.[row] ?? 0;
  const key = cellKeyOf(records.definition, table.columns, (at) => valueOf(table.columns[at] ?? 0));
  const known = table.known.get(key);
  if (known !== undefined) return known;
  const found = table.parts.flatMap(([quantity, part]) => {
    const weight = weightOf(part, valueOf);
    return weight === 0 ? [] : [[quantity, weight] as const];
  });
  table.known.set(key, found);
  return found;
}

/** How much a record adds to a part, by the values of its columns. */
export function weightOf({terms, sign = 1, weights}: Part, valueOf: (column: number) => number): number {
  for (const {column, mask} of terms) if (mask[valueOf(column)] !== 1) return 0;
  return sign * (weights === undefined ? 1 : (weights.of[valueOf(weights.column)] ?? 0));
}
