import {CsvError, parse} from "csv-parse/sync";
import {z} from "zod";
import {totalName, type CountLine} from "../disclose/secondary/crossTabulate.ts";
import {ExtractError} from "../ingest/ExtractError.ts";

/** A file of counts. */
export interface CountFile {
  /** Text of a CSV file with a header, one line a combination of categories. */
  readonly text: string;
  /** For messages. */
  readonly file: string;
  /** Columns that hold the categories. */
  readonly by: readonly string[];
  /** Column that holds the count. */
  readonly count: string;
}

/**
 * The lines of a table of counts. Throws ExtractError for a broken file, a column that is missing, a category that is
 * called as totals are, or a count that is not a whole number.
 */
export function readCountLines({text, file, by, count}: CountFile): readonly CountLine[] {
  return parseRows(text, file).map(({line, record}) => {
    for (const column of [...by, count]) {
      if (!(column in record))
        throw new ExtractError({file, line: 1}, `there is no column "${column}". Name one of the header.`);
    }
    const categories = by.map((column) => record[column] ?? "");
    if (categories.includes(totalName)) {
      throw new ExtractError({file, line}, `a category is called ${totalName}. Leave totals out: they are added.`);
    }
    const value = record[count] ?? "";
    if (!/^\d+$/.test(value))
      throw new ExtractError({file, line}, `column "${count}" holds no whole number. Correct it.`);
    return {categories, count: Number(value)};
  });
}

const parsedRows = z.array(z.object({record: z.record(z.string(), z.string()), info: z.object({lines: z.number()})}));

function parseRows(text: string, file: string): readonly {line: number; record: Readonly<Record<string, string>>}[] {
  try {
    const rows: unknown = parse(text, {columns: true, bom: true, info: true, skip_empty_lines: true});
    return parsedRows.parse(rows).map(({record, info}) => ({line: info.lines, record}));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The error's own text carries the record.
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw new ExtractError({file, line}, "the row is broken. Check its commas and quotation marks.");
  }
}
