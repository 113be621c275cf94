import {closeSync, openSync, writeSync} from "node:fs";
import {readLines, type PhysicalLine} from "./readLines.ts";
import {scanRecord} from "./scanRecord.ts";

/** Where the records of a mended file stood in the file they came from. */
export interface MendedCsv {
  readonly records: number;
  /** First line of every broken record, rising. */
  readonly brokenLines: readonly number[];
  /** From this record on (counted from 0), a record's line is its number plus `shift`; rising. */
  readonly shifts: readonly {readonly record: number; readonly shift: number}[];
}

export interface CsvShape {
  /** As a byte. */
  readonly delimiter: number;
  readonly fields: number;
  /** Lines that the header takes. */
  readonly headerLines: number;
}

// A record longer than this has lost a quotation mark: nobody answers a question on a form at such length.
const longestRecord = {lines: 200, bytes: 64 * 1024};
/** No record of the file that is read on may be longer. DuckDB reads none that is longer than it is told. */
export const longestLine = 1024 * 1024;
const flushBytes = 1024 * 1024;

/**
 * Copies the whole records of a CSV file, one header line first, with LF endings and without blank lines. A record
 * that is broken is left out and reading goes on at the line after its first, so that a lost quotation mark does not
 * swallow what follows.
 */
export function mendCsv(from: string, to: string, {delimiter, fields, headerLines}: CsvShape): MendedCsv {
  const output = openSync(to, "w", 0o600);
  const brokenLines: number[] = [];
  const shifts: {record: number; shift: number}[] = [];
  let records = 0;
  let waiting: Buffer[] = [Buffer.from("header\n")];
  let waitingBytes = 0;
  const flush = () => {
    writeSync(output, Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  try {
    for (const {line, bytes} of recordsOf(from, headerLines, {delimiter, fields})) {
      if (!bytes) {
        brokenLines.push(line);
        continue;
      }
      if ((shifts.at(-1)?.shift ?? Number.NaN) !== line - records)
        shifts.push({record: records, shift: line - records});
      records++;
      waiting.push(bytes, newLine);
      waitingBytes += bytes.length;
      if (waitingBytes > flushBytes) flush();
    }
    flush();
  } finally {
    closeSync(output);
  }
  return {records, brokenLines, shifts};
}

const newLine = Buffer.from("\n");

/** A record with its first line; without bytes where it is broken. */
interface FoundRecord {
  readonly line: number;
  readonly bytes?: Buffer;
}

function* recordsOf(path: string, skip: number, shape: Omit<CsvShape, "headerLines">): Generator<FoundRecord> {
  const source = readLines(path);
  for (let skipped = 0; skipped < skip; skipped++) source.next();
  // Lines given back after a broken record, next one last.
  const again: PhysicalLine[] = [];
  const next = (): PhysicalLine | undefined => again.pop() ?? nextOf(source);
  for (let line = next(); line; line = next()) {
    if (line.bytes.length === 0) continue;
    const lines = [line];
    const bytes = completeRecord(lines, next, shape);
    if (bytes) {
      yield {line: line.number, bytes};
      continue;
    }
    yield {line: line.number};
    again.push(...lines.slice(1).reverse());
  }
}

function nextOf(source: Generator<PhysicalLine, void>): PhysicalLine | undefined {
  const {done, value} = source.next();
  return done === true ? undefined : value;
}

/** Adds lines until the record is whole; nothing where it is broken. The lines taken are left in `lines`. */
function completeRecord(
  lines: PhysicalLine[],
  next: () => PhysicalLine | undefined,
  {delimiter, fields}: Omit<CsvShape, "headerLines">,
): Buffer | undefined {
  let bytes = lines[0]?.bytes ?? Buffer.alloc(0);
  for (;;) {
    const scan = scanRecord(bytes, delimiter);
    if (scan.state === "whole") return scan.fields === fields && bytes.length < longestLine ? bytes : undefined;
    if (scan.state === "broken" || scan.fields > fields) return undefined;
    if (lines.length >= longestRecord.lines || bytes.length > longestRecord.bytes) return undefined;
    const following = next();
    if (!following) return undefined;
    lines.push(following);
    bytes = Buffer.concat([bytes, newLine, following.bytes]);
  }
}
