import type {MendedCsv} from "./mendCsv.ts";

/** Where the rows of a forms table stood in their file. */
export interface SourceLines {
  /** Forms read whole; broken ones come after them in the table. */
  readonly whole: number;
  readonly brokenLines: readonly number[];
  /** Physical line of a row of the table, counted from 0; in Parquet, the row's number. */
  readonly lineOf: (row: number) => number;
}

/** Every record on one line of its own, after `headerLines` lines. */
export function plainLines(records: number, headerLines: number): SourceLines {
  return {whole: records, brokenLines: [], lineOf: (row) => row + headerLines + 1};
}

/** Lines of a file that had to be mended. */
export function mendedLines({records, brokenLines, shifts}: MendedCsv): SourceLines {
  const lineOf = (row: number) => {
    const broken = brokenLines[row - records];
    return broken ?? row + shiftAt(shifts, row);
  };
  return {whole: records, brokenLines, lineOf};
}

function shiftAt(shifts: MendedCsv["shifts"], row: number): number {
  let low = 0;
  let high = shifts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((shifts[middle]?.record ?? 0) <= row) low = middle;
    else high = middle;
  }
  return shifts[low]?.shift ?? 0;
}

/** Rows that have numbers, counted from 1; some of them, numbered from 0, were passed over. */
export function numberedRows(records: number, passedOver: readonly number[]): SourceLines {
  const shifts = [{record: 0, shift: 1}];
  for (const [before, row] of passedOver.toSorted((one, other) => one - other).entries()) {
    shifts.push({record: row - before, shift: before + 2});
  }
  return {whole: records, brokenLines: [], lineOf: (row) => row + shiftAt(shifts, row)};
}
