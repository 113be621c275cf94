import {sizeOf} from "./columns.ts";
import type {SourceDefinition} from "./definition.ts";
import type {Records} from "./records.ts";

/** Records counted by the values of some columns: only combinations that some record has. */
export interface JointCounts {
  readonly columns: readonly number[];
  /** By column of `columns`, the value of every cell. */
  readonly values: readonly Uint16Array[];
  readonly counts: Int32Array;
  /** By column of `columns` and value, the cells that have it. */
  readonly cellsWith: (column: number, value: number) => readonly number[];
}

/** More combinations than this are not numbered through, but looked up. */
const mostNumbered = 2_000_000;

/** Counts records by the values of some columns; of these records alone where `rows` names them. */
export function jointCounts(records: Records, columns: readonly number[], rows?: readonly number[]): JointCounts {
  const arrays = columns.map((column) => records.columns[column] ?? new Uint16Array());
  const cellOf = cellNumbers(records, columns);
  const total = rows?.length ?? records.size;
  const counts: number[] = [];
  const first: number[] = [];
  for (let at = 0; at < total; at += 1) {
    const row = rows === undefined ? at : (rows[at] ?? 0);
    const cell = cellOf(row);
    if (cell === counts.length) {
      counts.push(1);
      first.push(row);
    } else counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const values = arrays.map((array) => Uint16Array.from(first, (row) => array[row] ?? 0));
  return {columns, values, counts: Int32Array.from(counts), cellsWith: indexCells(values)};
}

/** Gives every record the number of its combination of values of some columns, in the order in which they are met. */
export function cellNumbers(records: Records, columns: readonly number[]): (row: number) => number {
  const arrays = columns.map((column) => records.columns[column] ?? new Uint16Array());
  const sizes = columns.map((column) => sizeOf(records.definition, column));
  const radix = sizes.reduce((product, size) => product * size, 1);
  const cellOf = radix <= mostNumbered ? numbered(sizes, radix) : lookedUp(columns.length);
  return (row) => cellOf(arrays, row);
}

/** Names a combination of values of some columns, told by place: by a number, where one can be exact. */
export function cellKeyOf(
  definition: SourceDefinition,
  columns: readonly number[],
  valueAt: (at: number) => number,
): number | string {
  let key = 0;
  for (let at = 0; at < columns.length; at += 1) {
    key = key * sizeOf(definition, columns[at] ?? 0) + valueAt(at);
    if (key > Number.MAX_SAFE_INTEGER) return columns.map((_, place) => valueAt(place)).join();
  }
  return key;
}

/** Gives each combination of values the next free number when it is first met. */
type CellOf = (arrays: readonly Uint16Array[], row: number) => number;

function numbered(sizes: readonly number[], radix: number): CellOf {
  const cells = new Int32Array(radix);
  let met = 0;
  return (arrays, row) => {
    let key = 0;
    for (let at = 0; at < sizes.length; at += 1) key = key * (sizes[at] ?? 1) + (arrays[at]?.[row] ?? 0);
    const known = cells[key] ?? 0;
    if (known > 0) return known - 1;
    met += 1;
    cells[key] = met;
    return met - 1;
  };
}

function lookedUp(depth: number): CellOf {
  // A combination is its prefix and its last value, a prefix is numbered likewise: exact for any number of columns.
  const prefixes = new Map<number, number>();
  const cells = new Map<number, number>();
  return (arrays, row) => {
    let key = 0;
    for (let at = 0; at < depth - 1; at += 1) {
      const step = key * 65_536 + (arrays[at]?.[row] ?? 0);
      const known = prefixes.get(step) ?? prefixes.size + 1;
      prefixes.set(step, known);
      key = known;
    }
    key = key * 65_536 + (arrays[depth - 1]?.[row] ?? 0);
    const cell = cells.get(key) ?? cells.size;
    cells.set(key, cell);
    return cell;
  };
}

function indexCells(values: readonly Uint16Array[]): JointCounts["cellsWith"] {
  const indexes: (Map<number, number[]> | undefined)[] = [];
  return (column, value) => {
    const index = (indexes[column] ??= groupCells(values[column] ?? new Uint16Array()));
    return index.get(value) ?? [];
  };
}

function groupCells(values: Uint16Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  values.forEach((value, cell) => {
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [cell]);
    else group.push(cell);
  });
  return groups;
}
