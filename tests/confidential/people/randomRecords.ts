import fc from "fast-check";
import {completeRecords, type Records} from "../../../src/audit/index.ts";

/** Columns by how many values they have, the sets of them that are looked at together, and records by their values. */
export interface RandomRecords {
  readonly sizes: readonly number[];
  readonly edges: readonly (readonly number[])[];
  readonly rows: readonly (readonly number[])[];
}

/** Records of three to five columns. */
export const randomRecords: fc.Arbitrary<RandomRecords> = fc.integer({min: 3, max: 5}).chain((columns) =>
  fc
    .record({
      sizes: fc.array(fc.integer({min: 2, max: 3}), {minLength: columns, maxLength: columns}),
      edges: fc.array(fc.uniqueArray(fc.nat({max: columns - 1}), {minLength: 1, maxLength: 3}), {maxLength: 6}),
    })
    .chain(({sizes, edges}) => {
      const row = fc.tuple(...sizes.map((size) => fc.nat({max: size - 1})));
      return fc.record({
        sizes: fc.constant(sizes),
        edges: fc.constant(edges),
        rows: fc.array(row, {minLength: 1, maxLength: 24, size: "max"}),
      });
    }),
);

/** The records of such rows. */
export function recordsOf({sizes, rows}: Pick<RandomRecords, "sizes" | "rows">): Records {
  const columns = sizes.map((size, at) => ({
    name: `column ${at}`,
    values: Array.from({length: size}, (_, value) => `${value}`),
  }));
  const definition = {name: "people", records: rows.length, columns, derived: [], impossible: []};
  return completeRecords(definition, sizes.map((_, column) => Uint16Array.from(rows, (row) => row[column]!))); // prettier-ignore
}

/** The table of some columns: combinations with how many records have them. */
export function tableOf(
  rows: readonly (readonly number[])[],
  columns: readonly number[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = columns.map((column) => row[column]).join();
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
