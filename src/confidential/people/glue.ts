import type {Records} from "../../audit/index.ts";
import type {CliqueTable} from "./CliqueTable.ts";
import type {Scheme} from "./Scheme.ts";

/** By clique, by how much each cell's count changes. */
export type CellMove = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** New values of records, by record and column. */
export type RecordChanges = Map<number, Map<number, number>>;

interface Gluing {
  readonly records: Records;
  readonly scheme: Scheme;
  readonly tables: readonly CliqueTable[];
  readonly move: CellMove;
  /** Whether it is worth the effort to look for those records of a cell that the move asks of most tables: fewer change then. */
  readonly isThrifty?: boolean;
  readonly changes: RecordChanges;
}

/**
 * Turns a change of the cliques' tables into a change of records, clique by clique along the tree: at each, as many
 * records as the table asks move from one cell to another that agrees on what was settled before. `undefined` where
 * tables do not agree on what they share, so that no people have them.
 */
export function glue(gluing: Omit<Gluing, "changes">): RecordChanges | undefined {
  const work = {...gluing, changes: new Map<number, Map<number, number>>()};
  const seen = new Set<number>();
  for (const start of gluing.move.keys()) {
    if (!seen.has(start) && !settle({clique: start, shared: [], seen}, work)) return undefined;
  }
  for (const [row, values] of work.changes) {
    for (const [column, value] of values) if (gluing.records.columns[column]?.[row] === value) values.delete(column);
    if (values.size === 0) work.changes.delete(row);
  }
  return work.changes;
}

interface Step {
  readonly clique: number;
  /** The columns that are settled already. */
  readonly shared: readonly number[];
  readonly seen: Set<number>;
}

function settle({clique, shared, seen}: Step, work: Gluing): boolean {
  seen.add(clique);
  const table = work.tables[clique];
  if (table === undefined) return false;
  const current = new CurrentCells(table, work);
  const wanted = new Map(work.move.get(clique));
  for (const [cell, change] of current.changes()) wanted.set(cell, (wanted.get(cell) ?? 0) - change);
  const groups = Map.groupBy(
    [...wanted].filter(([, change]) => change !== 0),
    ([cell]) => shared.map((column) => current.valuesOf(cell)[table.columns.indexOf(column)] ?? 0).join(),
  );
  for (const group of groups.values()) if (!exchange(group, current, work)) return false;
  const isChanged = work.changes.size > 0;
  return (work.scheme.cliques[clique]?.beside ?? []).every(({clique: next, shared: common}) => {
    if (seen.has(next)) return true;
    return isChanged || work.move.has(next) ? settle({clique: next, shared: common, seen}, work) : true;
  });
}

/** Moves records from the cells that lose some to those that gain some. */
function exchange(group: readonly (readonly [number, number])[], current: CurrentCells, {changes}: Gluing): boolean {
  const losing = group.flatMap(([cell, change]) => (change < 0 ? [{cell, count: -change}] : []));
  const gaining = group.flatMap(([cell, change]) => Array.from({length: Math.max(0, change)}, () => cell));
  if (losing.reduce((sum, {count}) => sum + count, 0) !== gaining.length) return false;
  const leaving: number[] = [];
  for (const {cell, count} of losing) {
    const rows = current.rowsIn(cell, count);
    if (rows.length < count) return false;
    leaving.push(...rows);
  }
  leaving.forEach((row, at) => {
    const values = current.valuesOf(gaining[at] ?? -1);
    const own = changes.get(row) ?? new Map<number, number>();
    current.table.columns.forEach((column, place) => own.set(column, values[place] ?? 0));
    changes.set(row, own);
  });
  return true;
}

/** Which cell of a clique each record is in, as changed so far. */
class CurrentCells {
  readonly table: CliqueTable;
  readonly #work: Gluing;
  /** Changed records by the cell that they are in now. */
  readonly #arrived = new Map<number, number[]>();
  readonly #isChanged = new Set<number>();
  readonly #changes = new Map<number, number>();
  /** Combinations that no cell of the table lists, in which records are for a while. */
  readonly #unlisted: (readonly number[])[] = [];

  constructor(table: CliqueTable, work: Gluing) {
    this.table = table;
    this.#work = work;
    for (const [row, values] of work.changes) {
      const before = this.#cellOf(row, undefined);
      const now = this.#cellOf(row, values);
      this.#isChanged.add(row);
      this.#arrived.set(now, [...(this.#arrived.get(now) ?? []), row]);
      if (before !== now) {
        this.#changes.set(before, (this.#changes.get(before) ?? 0) - 1);
        this.#changes.set(now, (this.#changes.get(now) ?? 0) + 1);
      }
    }
  }

  changes(): ReadonlyMap<number, number> {
    return this.#changes;
  }

  /** The values of a cell of the table, or of one that it does not list. */
  valuesOf(cell: number): readonly number[] {
    return (cell < 0 ? this.#unlisted[-1 - cell] : this.table.cells[cell]?.values) ?? [];
  }

  /** Some records of a cell, those that are changed already first. */
  rowsIn(cell: number, count: number): readonly number[] {
    const arrived = this.#arrived.get(cell) ?? [];
    const still = (this.table.cells[cell]?.rows ?? []).filter((row) => !this.#isChanged.has(row));
    const isEnough = arrived.length >= count || still.length <= 1 || this.#work.isThrifty !== true;
    return [...arrived, ...(isEnough ? still : this.#mostAskedFirst(still))].slice(0, count);
  }

  /** The records first that lie in cells of most tables that are to lose some. */
  #mostAskedFirst(rows: readonly number[]): readonly number[] {
    const {move, tables, records} = this.#work;
    const losing = [...move].flatMap(([clique, changes]) => {
      const table = tables[clique];
      return table === undefined
        ? []
        : [{table, cells: new Set([...changes].flatMap(([at, by]) => (by < 0 ? [at] : [])))}];
    });
    const isLosing = (row: number, {table, cells}: {table: CliqueTable; cells: ReadonlySet<number>}): boolean =>
      cells.has(table.find(table.columns.map((column) => records.columns[column]?.[row] ?? 0)) ?? -1);
    const asks = new Map(rows.map((row) => [row, losing.filter((one) => isLosing(row, one)).length]));
    return rows.toSorted((one, other) => (asks.get(other) ?? 0) - (asks.get(one) ?? 0));
  }

  #cellOf(row: number, changed: ReadonlyMap<number, number> | undefined): number {
    const {records} = this.#work;
    const values = this.table.columns.map((column) => changed?.get(column) ?? records.columns[column]?.[row] ?? 0);
    const listed = this.table.find(values);
    if (listed !== undefined) return listed;
    const known = this.#unlisted.findIndex((one) => one.join() === values.join());
    return known >= 0 ? -1 - known : -this.#unlisted.push(values);
  }
}
