import {CsvError, parse} from "csv-parse/sync";
import {z} from "zod";
import {DictionaryError} from "./DictionaryError.ts";
import type {NamedFile} from "./readNamedFile.ts";

/** A row of a public CSV file with the physical line it starts on. */
export interface CsvRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

const parsedRows = z.array(z.object({record: z.record(z.string(), z.string()), info: z.object({lines: z.number()})}));

/**
 * Reads a CSV file with a header in UTF-8.
 * Throws DictionaryError with file and line for a broken file and for a header without a column that is needed.
 */
export function parseCsv({file, text}: NamedFile, needed: readonly string[]): readonly CsvRow[] {
  const rows = parseRows({file, text});
  const [first] = rows;
  if (!first) throw new DictionaryError({file, line: 1}, "there is no row beneath the header. Add the rows.");
  const missing = needed.find((column) => !(column in first.fields));
  if (missing) {
    const known = Object.keys(first.fields).join(", ");
    throw new DictionaryError({file, line: 1}, `there is no column "${missing}" among ${known}. Add it.`);
  }
  return rows;
}

function parseRows({file, text}: NamedFile): readonly CsvRow[] {
  try {
    const parsed: unknown = parse(text, {columns: true, bom: true, info: true, skip_empty_lines: true});
    return parsedRows.parse(parsed).map(({record, info}) => ({line: info.lines, fields: record}));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The error's own text carries the record.
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw new DictionaryError({file, line}, `the row is broken (${error.code}). Check its commas and quotation marks.`);
  }
}
