import {sizeOf} from "../population/columns.ts";
import {columnsIn, type Part, type Quantity} from "../population/quantity.ts";
import type {People, Records} from "../population/records.ts";
import {joinedTables} from "./joinedTables.ts";
import {WeightTable} from "./WeightTable.ts";

/** By how much quantities change, by their number; those that do not change are left out. */
export type Changes = ReadonlyMap<number, number>;

/** Tables of one source, and which of them look at each column. */
interface OfSource {
  readonly tables: readonly WeightTable[];
  /** By column, numbers of tables. */
  readonly lookingAt: readonly (readonly number[])[];
  /** By table, the number of its block: what the tables of a block say of a change, those of no other add to. */
  readonly blockOf: readonly number[];
  /** By block, how often it has refused a change. */
  readonly refusals: number[];
}

/** Tells by how much quantities change where a few records do: it looks at these records, and at what they change alone. */
export class ChangeCounter {
  readonly #quantities: readonly Quantity[];
  readonly #sources: (OfSource | undefined)[] = [];

  constructor(quantities: readonly Quantity[]) {
    this.#quantities = quantities;
  }

  /** The change of every quantity that changes, between two populations that differ in these records by source. */
  between(base: People, other: People, rows: readonly (readonly number[])[]): Changes {
    const changes = new Map<number, number>();
    for (const [source, changed] of rows.entries()) {
      const own = this.#ofSource(source, base[source]);
      const [before, after] = [base[source], other[source]];
      if (before === undefined || after === undefined) continue;
      for (const tables of touchedBlocks(own, {before, after, changed}).values())
        for (const touched of tables) addChanges(touched, {before, after}, changes);
    }
    return changes;
  }

  /** Whether all quantities that change may change as they do. What refused most before is asked first. */
  allows(
    {base, other, rows}: {readonly base: People; readonly other: People; readonly rows: readonly (readonly number[])[]},
    isAllowed: (quantity: number, change: number) => boolean,
  ): boolean {
    return rows.every((changed, source) => {
      const own = this.#ofSource(source, base[source]);
      const [before, after] = [base[source], other[source]];
      if (before === undefined || after === undefined || changed.length === 0) return true;
      const blocks = [...touchedBlocks(own, {before, after, changed})];
      blocks.sort(([a], [b]) => (own.refusals[b] ?? 0) - (own.refusals[a] ?? 0));
      for (const [block, tables] of blocks) {
        const changes = new Map<number, number>();
        for (const touched of tables) addChanges(touched, {before, after}, changes);
        for (const [quantity, change] of changes) {
          if (isAllowed(quantity, change)) continue;
          own.refusals[block] = (own.refusals[block] ?? 0) + 1;
          return false;
        }
      }
      return true;
    });
  }

  #ofSource(source: number, records: Records | undefined): OfSource {
    return (this.#sources[source] ??= tablesOf(this.#quantities, source, records));
  }
}

/** A table with the records that differ in a column that it looks at. */
interface Touched {
  readonly table: WeightTable;
  readonly rows: number[];
}

/** Some records of one source before and after. */
interface Changing {
  readonly before: Records;
  readonly after: Records;
  readonly changed: readonly number[];
}

/** By block the tables that look at a column in which a record differs. */
function touchedBlocks(
  {tables, lookingAt, blockOf}: OfSource,
  {before, after, changed}: Changing,
): ReadonlyMap<number, readonly Touched[]> {
  const touched = new Map<number, Touched>();
  const blocks = new Map<number, Touched[]>();
  for (const row of changed) {
    for (let column = 0; column < lookingAt.length; column += 1) {
      if (before.columns[column]?.[row] === after.columns[column]?.[row]) continue;
      for (const at of lookingAt[column] ?? []) {
        const known = touched.get(at);
        if (known !== undefined) {
          if (known.rows.at(-1) !== row) known.rows.push(row);
          continue;
        }
        const table = tables[at];
        if (table === undefined) continue;
        const added = {table, rows: [row]};
        touched.set(at, added);
        const block = blockOf[at] ?? 0;
        const own = blocks.get(block);
        if (own === undefined) blocks.set(block, [added]);
        else own.push(added);
      }
    }
  }
  return blocks;
}

function addChanges(
  {table, rows}: Touched,
  {before, after}: Pick<Changing, "before" | "after">,
  changes: Map<number, number>,
): void {
  for (const row of rows) {
    const [gone, come] = [table.weightsAt(before, row), table.weightsAt(after, row)];
    if (gone === come) continue;
    for (let at = 0; at < gone.length; at += 2) add(changes, gone[at] ?? 0, -(gone[at + 1] ?? 0));
    for (let at = 0; at < come.length; at += 2) add(changes, come[at] ?? 0, come[at + 1] ?? 0);
  }
}

function add(changes: Map<number, number>, quantity: number, weight: number): void {
  const change = (changes.get(quantity) ?? 0) + weight;
  if (change === 0) changes.delete(quantity);
  else changes.set(quantity, change);
}

function tablesOf(quantities: readonly Quantity[], source: number, records: Records | undefined): OfSource {
  const byColumns = new Map<string, {columns: readonly number[]; parts: (readonly [number, Part])[]}>();
  const joined = quantities.map((quantity, at): readonly string[] =>
    quantity.source !== source
      ? []
      : quantity.parts.map((part) => {
          const columns = columnsIn(part);
          const name = columns.join();
          const table = byColumns.get(name) ?? {columns, parts: []};
          byColumns.set(name, table);
          table.parts.push([at, part]);
          return name;
        }),
  );
  const names = [...byColumns.keys()];
  const sizes = records?.columns.map((_, column) => sizeOf(records.definition, column)) ?? [];
  const tables = [...byColumns.values()].map(({columns, parts}) => new WeightTable(columns, parts, sizes));
  const lookingAt = sizes.map((): number[] => []);
  tables.forEach(({columns}, at) => {
    for (const column of columns) lookingAt[column]?.push(at);
  });
  return {tables, lookingAt, blockOf: joinedTables(names, joined), refusals: []};
}
