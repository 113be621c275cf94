import type {DerivedColumn, SourceDefinition} from "./definition.ts";

type Columns = Pick<SourceDefinition, "columns" | "derived">;

/** The column itself; of one as it was before corrections, the column that was corrected. */
export function underlying({columns, derived}: Columns, column: number): number {
  const follows = derived[column - columns.length];
  return follows !== undefined && "revises" in follows ? follows.revises : column;
}

/** The texts of the values of a column; one that says yes or no has none. */
export function textsOf(source: Columns, column: number): readonly string[] | undefined {
  return source.columns[underlying(source, column)]?.values;
}

/** How many values a column can have: nothing, no and yes where it is derived from what others say. */
export function sizeOf(source: Columns, column: number): number {
  return sizesOf(source)[column] ?? 3;
}

/** How many values every column can have, the derived ones after the others. */
function sizesOf(source: Columns): readonly number[] {
  const known = sizesKnown.get(source);
  if (known !== undefined) return known;
  const all = Array.from({length: source.columns.length + source.derived.length}, (_, column) => column);
  const sizes = all.map((column) => textsOf(source, column)?.length ?? 3);
  sizesKnown.set(source, sizes);
  return sizes;
}

const sizesKnown = new WeakMap<Columns, readonly number[]>();

/** The value of any column of a record whose own columns are known. */
export function valueWith(
  valueOf: (column: number) => number,
  {columns, derived}: Columns,
): (column: number) => number {
  const read = (column: number): number => {
    const follows = derived[column - columns.length];
    return follows === undefined ? valueOf(column) : derivedValue(follows, read);
  };
  return read;
}

/** The value of a derived column, by the values of those that it follows from. */
export function derivedValue(follows: DerivedColumn, valueOf: (column: number) => number): number {
  if ("revises" in follows) return follows.values[valueOf(follows.by)] ?? valueOf(follows.revises);
  let says = 0;
  for (const {column, says: table} of follows.of) says = Math.max(says, table[valueOf(column)] ?? 0);
  return says;
}
