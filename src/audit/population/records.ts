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
  for (let row = 0; row < size; row += 1) deriveRow(records, row);
  return records;
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

/** The population of a witness, and which records differ from the base: all of them where values were moved round. */
export function witnessPeople(base: People, witness: Witness): {people: People; changed: readonly Changed[]} {
  const turned = new Set(witness.rotations.map(({source}) => source));
  const people = base.map((records, source) =>
    turned.has(source) || (witness.changes[source]?.length ?? 0) > 0 ? copyOf(records) : records,
  );
  for (const rotation of witness.rotations) rotate(people[rotation.source], rotation);
  const changed = people.map((records, source): Changed => {
    const rows = applyChanges(records, witness.changes[source] ?? []);
    if (!turned.has(source)) return rows;
    for (let row = 0; row < records.size; row += 1) deriveRow(records, row);
    return "all";
  });
  return {people, changed};
}

/** Records that differ from the base. */
export type Changed = readonly number[] | "all";

/** Records that may be changed without changing these. */
export function copyOf({definition, size, columns}: Records): Records {
  return {definition, size, columns: columns.map((values) => values.slice())};
}

function applyChanges(records: Records, changes: readonly number[]): readonly number[] {
  const rows = new Set<number>();
  for (let at = 0; at + 2 < changes.length; at += 3) {
    const [row = 0, column = 0, value = 0] = changes.slice(at, at + 3);
    const values = records.columns[column];
    if (values === undefined || row >= records.size) continue;
    values[row] = value;
    rows.add(row);
  }
  for (const row of rows) deriveRow(records, row);
  return [...rows];
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
export function bucketsOf({columns, size}: Records, within: Rotation["within"]): readonly (readonly number[])[] {
  let keys = new Int32Array(size);
  let count = 1;
  for (const {column, classes} of within) {
    const numbers = new Map<number, number>();
    const next = new Int32Array(size);
    for (let row = 0; row < size; row += 1) {
      const value = columns[column]?.[row] ?? 0;
      const key = (keys[row] ?? 0) * 65_536 + (classes?.[value] ?? value);
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      next[row] = known;
    }
    keys = next;
    count = numbers.size;
  }
  const buckets: number[][] = Array.from({length: count}, () => []);
  for (let row = 0; row < size; row += 1) buckets[keys[row] ?? 0]?.push(row);
  return buckets;
}
