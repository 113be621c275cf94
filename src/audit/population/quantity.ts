import {jointCounts, type JointCounts} from "./jointCounts.ts";
import type {People} from "./records.ts";

/** True of a record whose column has one of the marked values. */
export interface Term {
  readonly column: number;
  /** 1 for each value that it is true of. */
  readonly mask: Uint8Array;
}

/** Records that all of some terms are true of, each weighing 1, or as much as the value of a column says. */
export interface Part {
  readonly terms: readonly Term[];
  /** Multiplies every record's weight; 1 where absent. */
  readonly sign?: number;
  readonly weights?: {readonly column: number; readonly of: readonly number[]};
}

/** A sum over the records of one source: a count of people, forms or faults, or a sum of a number. */
export interface Quantity {
  readonly source: number;
  readonly parts: readonly Part[];
}

/** The columns that a part looks at, in their order. */
export function columnsIn({terms, weights}: Part): readonly number[] {
  const columns = new Set(terms.map(({column}) => column));
  if (weights !== undefined) columns.add(weights.column);
  return [...columns].sort((a, b) => a - b);
}

/** What some quantities are in a population; one pass over the records for every set of columns. */
export function countQuantities(people: People, quantities: readonly Quantity[]): Float64Array {
  return sumUp(quantities, (source, columns) => {
    const records = people[source];
    return records && jointCounts(records, columns);
  });
}

function sumUp(
  quantities: readonly Quantity[],
  count: (source: number, columns: readonly number[]) => JointCounts | undefined,
): Float64Array {
  const sums = new Float64Array(quantities.length);
  const tables = new Map<string, {columns: readonly number[]; source: number; parts: [number, Part][]}>();
  quantities.forEach(({source, parts}, at) => {
    for (const part of parts) {
      const columns = columnsIn(part);
      const name = `${String(source)}:${columns.join()}`;
      const table = tables.get(name) ?? {columns, source, parts: []};
      table.parts.push([at, part]);
      tables.set(name, table);
    }
  });
  for (const {columns, source, parts} of tables.values()) {
    const joint = count(source, columns);
    if (joint !== undefined) for (const [at, part] of parts) sums[at] = (sums[at] ?? 0) + weigh(part, joint);
  }
  return sums;
}

function weigh({terms, sign = 1, weights}: Part, joint: JointCounts): number {
  const {columns, values, counts} = joint;
  const tests = terms.map(({column, mask}) => ({
    mask,
    at: columns.indexOf(column),
    own: values[columns.indexOf(column)],
  }));
  const own = weights && values[columns.indexOf(weights.column)];
  let sum = 0;
  const add = (cell: number): void => {
    for (const {mask, own: value} of tests) if (mask[value?.[cell] ?? 0] !== 1) return;
    sum += (counts[cell] ?? 0) * (weights === undefined ? 1 : (weights.of[own?.[cell] ?? 0] ?? 0));
  };
  const [narrowest] = tests.toSorted((a, b) => widthOf(a.mask) - widthOf(b.mask));
  if (narrowest === undefined) for (let cell = 0; cell < counts.length; cell += 1) add(cell);
  narrowest?.mask.forEach((holds, value) => {
    if (holds === 1) for (const cell of joint.cellsWith(narrowest.at, value)) add(cell);
  });
  return sign * sum;
}

function widthOf(mask: Uint8Array): number {
  let width = 0;
  for (const holds of mask) width += holds;
  return width;
}
