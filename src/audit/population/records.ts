import type {Rotation, Witness} from "./certificate.ts";
import {derivedValue} from "./columns.ts";
import type {SourceDefinition} from "./definition.ts";

/** The records of one source, column by column; derived columns follow the others. */
export interface Records {
  readonly definition: SourceDefinition;
  readonly size: number;
  readonly columns: readonly Uint16Array[];
}

/** A population: the records of every source. */
export type People = readonly Records[];

/** Records with their derived columns worked out. */
export function completeRecords(definition: SourceDefinition, own: readonly Uint16Array[]): Records {
  const size = own[0]?.length ?? 0;
  const columns = [...own, ...definition.derived.map(() => new Uint16Array(size))];
  const records = {definition, size, columns};
  deriveColumns(records);
  return records;
}

/** Works out the derived columns of all records anew: column by column, because one can follow from those before it. */
function deriveColumns({definition, columns, size}: Records): void {
  definition.derived.forEach((follows, at) => {
    const derived = columns[definition.columns.length + at] ?? new Uint16Array();
    if ("revises" in follows) {
      const [by, own] = [columns[follows.by], columns[follows.revises]];
      for (let row = 0; row < size; row += 1) derived[row] = follows.values[by?.[row] ?? 0] ?? own?.[row] ?? 0;
      return;
    }
    derived.fill(0);
    for (const {column, says} of follows.of) {
      const values = columns[column] ?? new Uint16Array();
      for (let row = 0; row < size; row += 1) {
        const said = says[values[row] ?? 0] ?? 0;
        if (said > (derived[row] ?? 0)) derived[row] = said;
      }
    }
  });
}

/** Works out the derived columns of one record anew. */
export function deriveRow({definition, columns}: Records, row: number): void {
  definition.derived.forEach((follows, at) => {
    const derived = columns[definition.columns.length + at];
    if (derived !== undefined) derived[row] = derivedValue(follows, (column) => columns[column]?.[row] ?? 0);
  });
}

/** One column as text: `3x20 5 3` is twenty times 3, then 5, then 3. */
export function writeRuns(values: Uint16Array): string {
  const runs: string[] = [];
  for (let from = 0; from < values.length;) {
    let to = from + 1;
    while (to < values.length && values[to] === values[from]) to += 1;
    runs.push(to === from + 1 ? String(values[from]) : `${String(values[from])}x${String(to - from)}`);
    from = to;
  }
  return runs.join(" ");
}

/** Reads one column back; nothing where the text is none or has another length. */
export function readRuns(text: string, size: number): Uint16Array | undefined {
  const values = new Uint16Array(size);
  let at = 0;
  for (const run of text === "" ? [] : text.split(" ")) {
    const [, value, times = "1"] = /^(\d{1,5})(?:x(\d{1,9}))?$/.exec(run) ?? [];
    const end = at + Number(times);
    if (value === undefined || end > size) return undefined;
    values.fill(Number(value), at, end);
    at = end;
  }
  return at === size ? values : undefined;
}

/** The whole population of a witness. */
export function witnessPeople(base: People, {rotations, changes}: Witness): People {
  const turned = new Set(rotations.map(({source}) => source));
  const isChanged = (source: number): boolean => turned.has(source) || (changes[source]?.length ?? 0) > 0;
  const people = base.map((records, source) => (isChanged(source) ? copyOf(records) : records));
  for (const rotation of rotations) rotate(people[rotation.source], rotation);
  people.forEach((records, source) => {
    applyChanges(records, changes[source] ?? []);
    if (isChanged(source)) deriveColumns(records);
  });
  return people;
}

/** Records that may be changed without changing these. */
export function copyOf({definition, size, columns}: Records): Records {
  return {definition, size, columns: columns.map((values) => values.slice())};
}

function applyChanges({columns, size}: Records, changes: readonly number[]): void {
  for (let at = 0; at + 2 < changes.length; at += 3) {
    const [row = 0, column = 0, value = 0] = [changes[at], changes[at + 1], changes[at + 2]];
    const values = columns[column];
    if (values !== undefined && row < size) values[row] = value;
  }
}

/** Moves the values of a column on among the records that agree on other columns. */
export function rotate(records: Records | undefined, {column, within, by}: Omit<Rotation, "source">): void {
  const values = records?.columns[column];
  if (records === undefined || values === undefined) return;
  const before = values.slice();
  for (const rows of bucketsOf(records, within)) {
    const {length} = rows;
    if (length > 1) rows.forEach((row, at) => (values[rows[(at + by) % length] ?? row] = before[row] ?? 0));
  }
}

/** Records that agree on some columns, in their order. */
export function bucketsOf({columns, size}: Records, within: Rotation["within"]): readonly Uint32Array[] {
  const buckets = new Uint32Array(size);
  let count = 1;
  for (const {column, classes} of within) count = divideFurther(buckets, columns[column], classes);
  const sizes = new Uint32Array(count);
  for (const bucket of buckets) sizes[bucket] = (sizes[bucket] ?? 0) + 1;
  const rows = Array.from(sizes, (own) => new Uint32Array(own));
  sizes.fill(0);
  buckets.forEach((bucket, row) => {
    const at = sizes[bucket] ?? 0;
    sizes[bucket] = at + 1;
    const own = rows[bucket];
    if (own !== undefined) own[at] = row;
  });
  return rows;
}

/** Numbers buckets anew, in the order in which they are met, so that the records of one agree on one more column too. */
function divideFurther(
  buckets: Uint32Array,
  values: Uint16Array | undefined,
  classes: readonly number[] | undefined,
): number {
  const numbers = new Map<number, number>();
  for (let row = 0; row < buckets.length; row += 1) {
    const value = values?.[row] ?? 0;
    const key = (buckets[row] ?? 0) * 65_536 + (classes?.[value] ?? value);
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    buckets[row] = known;
  }
  return numbers.size;
}
