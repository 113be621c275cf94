import type {PhysicalLine} from "./readLines.ts";
import {scanRecord} from "./scanRecord.ts";

/** A record with its first line; without bytes where it is broken. */
export interface FoundRecord {
  readonly line: number;
  /** Its last line. */
  readonly lastLine: number;
  readonly bytes?: Buffer;
  /** Whether every parser reads it alike. */
  readonly isStrict?: boolean;
}

export interface RecordShape {
  /** As a byte. */
  readonly delimiter: number;
  /** Fields of a whole record; any number where nothing is said. */
  readonly fields?: number;
}

// A record longer than this has lost a quotation mark: nobody answers a question on a form at such length.
const longestRecord = {lines: 200, bytes: 64 * 1024};
/** No record may be longer, in bytes. DuckDB reads none that is longer than it is told. */
export const longestLine = 1024 * 1024;

const newLine = Buffer.from("\n");
const [space, tab, quote] = [32, 9, 34];

/**
 * The records that stand on lines, line breaks within quotation marks as LF. Lines of nothing but delimiters, blanks and
 * empty quotation marks are passed over. After a broken record reading goes on at the line after its first, so that a
 * lost quotation mark does not swallow what follows.
 */
export function* readRecords(source: Iterator<PhysicalLine, void>, shape: RecordShape): Generator<FoundRecord, void> {
  // Lines given back after a broken record, next one last.
  const again: PhysicalLine[] = [];
  const next = (): PhysicalLine | undefined => again.pop() ?? nextOf(source);
  for (let line = next(); line; line = next()) {
    if (isBlank(line.bytes, shape)) continue;
    const lines = [line];
    const record = completeRecord(lines, next, shape);
    if (record) {
      yield {line: line.number, lastLine: lines.at(-1)?.number ?? line.number, ...record};
      continue;
    }
    yield {line: line.number, lastLine: line.number};
    again.push(...lines.slice(1).reverse());
  }
}

function nextOf(source: Iterator<PhysicalLine, void>): PhysicalLine | undefined {
  const {done, value} = source.next();
  return done === true ? undefined : value;
}

/** Whether a line holds no answer at all, however many fields it has: spreadsheets write such lines below a table. */
function isBlank(bytes: Buffer, {delimiter}: RecordShape): boolean {
  // No spreadsheet writes so much of nothing: what is longer than any record is a broken one.
  if (bytes.length >= longestLine) return false;
  const isIdle = (byte: number): boolean => byte === delimiter || byte === space || byte === tab || byte === quote;
  if (!bytes.every(isIdle)) return false;
  if (!bytes.includes(quote)) return true;
  let hasText = false;
  const {state} = scanRecord(bytes, delimiter, (from, to) => {
    const field = bytes.subarray(from, to);
    hasText ||= field.includes(quote) || field.includes(delimiter);
  });
  return state === "whole" && !hasText;
}

/** Adds lines until the record is whole; nothing where it is broken. The lines taken are left in `lines`. */
function completeRecord(
  lines: PhysicalLine[],
  next: () => PhysicalLine | undefined,
  {delimiter, fields}: RecordShape,
): {readonly bytes: Buffer; readonly isStrict: boolean} | undefined {
  let bytes = lines[0]?.bytes ?? Buffer.alloc(0);
  const most = fields ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const scan = scanRecord(bytes, delimiter);
    if (scan.state === "whole") {
      const isRight = fields === undefined || scan.fields === fields;
      return isRight && bytes.length < longestLine ? {bytes, isStrict: scan.isStrict} : undefined;
    }
    if (scan.state === "broken" || scan.fields > most) return undefined;
    if (lines.length >= longestRecord.lines || bytes.length > longestRecord.bytes) return undefined;
    const following = next();
    if (!following) return undefined;
    lines.push(following);
    bytes = Buffer.concat([bytes, newLine, following.bytes]);
  }
}
