import {crossTabulate, type CrossTable} from "../../../../src/confidential/disclose/search/crossTabulate.ts";

/** A cross-table with all totals of cells given row by row, the last dimension fastest. */
export function tableOf(sizes: readonly number[], counts: readonly number[]): CrossTable {
  const places = sizes.reduce<string[][]>(
    (done, size) => done.flatMap((start) => Array.from({length: size}, (_, at) => [...start, String(at)])),
    [[]],
  );
  return crossTabulate(
    places.map((categories, at) => ({categories, count: counts[at] ?? 0})),
    sizes.length,
  );
}
