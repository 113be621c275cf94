import {CsvError, parse} from "csv-parse/sync";
import {ExtractError} from "./ExtractError.ts";
import {readLines} from "./readLines.ts";
import {scanRecord} from "./scanRecord.ts";

export interface CsvHeader {
  /** Column names in the order of the file, trimmed. */
  readonly names: readonly string[];
  /** Physical lines that the header takes. */
  readonly lines: number;
}

const longestHeaderLines = 20;

/**
 * Reads the header of a CSV file in UTF-8. `file` is the name for messages.
 * Throws ExtractError for an empty file and for a header that is no CSV.
 */
export function readHeader(path: string, file: string, delimiter: string): CsvHeader {
  let bytes: Buffer = Buffer.alloc(0);
  let lines = 0;
  for (const line of readLines(path)) {
    bytes = lines === 0 ? line.bytes : Buffer.concat([bytes, Buffer.from("\n"), line.bytes]);
    lines = line.number;
    const {state} = scanRecord(bytes, delimiter.charCodeAt(0));
    if (state === "broken" || lines > longestHeaderLines) break;
    if (state === "whole" && bytes.length > 0) return {names: headerNames(bytes, file, delimiter), lines};
  }
  if (bytes.length === 0) throw new ExtractError({file}, "the file is empty. Export it again with a header and rows.");
  throw new ExtractError({file, line: 1}, "the header's quotation marks do not match. Export the file again.");
}

function headerNames(bytes: Buffer, file: string, delimiter: string): readonly string[] {
  try {
    const records: string[][] = parse(bytes, {delimiter, relax_quotes: true, ltrim: true, rtrim: true});
    const [names = []] = records;
    return names.map((name) => name.trim());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ExtractError({file, line: 1}, "the header cannot be read as CSV. Export the file again.");
  }
}
