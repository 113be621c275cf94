import {closeSync, openSync, writeFileSync} from "node:fs";
import {fieldsOf, readLines, readRecords, strictRecord} from "../../../intake/index.ts";

/** Where the records of a mended file stood in the file they came from. */
export interface MendedCsv {
  readonly records: number;
  /** First line of every broken record, rising. */
  readonly brokenLines: readonly number[];
  /** From this record on (counted from 0), a record's line is its number plus `shift`; rising. */
  readonly shifts: readonly {readonly record: number; readonly shift: number}[];
  /** Whether the last record is broken and its line never ends: the file was cut off within it. */
  readonly breaksOff: boolean;
}

export interface CsvShape {
  /** As a byte. */
  readonly delimiter: number;
  readonly fields: number;
  /** Lines down to the header's last. */
  readonly headerLines: number;
}

const flushBytes = 1024 * 1024;
const newLine = Buffer.from("\n");
const lineEnds = new Set(["\n", "\r"].map((sign) => sign.charCodeAt(0)));

/**
 * Writes the whole records of a CSV text in UTF-8 again, one header line first, with LF endings and without blank lines.
 * A record that is broken is left out.
 */
export function mendCsv(text: Iterable<Buffer>, to: string, {delimiter, fields, headerLines}: CsvShape): MendedCsv {
  let lastByte: number | undefined;
  const lines = readLines(
    Iterator.from(text).map((chunk) => {
      lastByte = chunk.at(-1) ?? lastByte;
      return chunk;
    }),
  );
  for (let skipped = 0; skipped < headerLines; skipped++) lines.next();
  using output = new WaitingLines(to);
  output.write(Buffer.from("header"));
  const brokenLines: number[] = [];
  const shifts: {record: number; shift: number}[] = [];
  let records = 0;
  let isLastBroken = false;
  for (const {line, bytes, isStrict} of readRecords(lines, {delimiter, fields})) {
    isLastBroken = !bytes;
    if (!bytes) {
      brokenLines.push(line);
      continue;
    }
    if (shifts.at(-1)?.shift !== line - records) shifts.push({record: records, shift: line - records});
    records++;
    output.write(isStrict === true ? bytes : strictRecord(fieldsOf(bytes, delimiter), delimiter));
  }
  output.flush();
  return {records, brokenLines, shifts, breaksOff: isLastBroken && !lineEnds.has(lastByte ?? 0)};
}

/** A new file that only its owner reads, whose lines wait until there are many. */
class WaitingLines implements Disposable {
  readonly #file: number;
  #waiting: Buffer[] = [];
  #bytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w", 0o600);
  }

  write(line: Buffer): void {
    this.#waiting.push(line, newLine);
    this.#bytes += line.length;
    if (this.#bytes > flushBytes) this.flush();
  }

  /** Writes all of what waits or throws: a disk that fills up swallows no form. */
  flush(): void {
    writeFileSync(this.#file, Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#bytes = 0;
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}
