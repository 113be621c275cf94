import {CsvError, parse} from "csv-parse/sync";
import {z} from "zod";
import {unprotectedCounts} from "../disclose/unprotectedCounts.ts";
import {crossTabulate, totalName, type CountLine} from "../disclose/secondary/crossTabulate.ts";
import {protectCounts} from "../disclose/secondary/protectCounts.ts";
import {protectionOf} from "../disclose/secondary/protectionOf.ts";
import {ExtractError} from "../ingest/ExtractError.ts";

/** A table of counts to protect, and how. */
export interface ProtectRequest {
  /** Text of a CSV file with a header, one line a combination of categories. */
  readonly text: string;
  /** For messages. */
  readonly file: string;
  /** Columns that hold the categories. */
  readonly by: readonly string[];
  /** Column that holds the count. */
  readonly count: string;
  /** Counts from 1 up to, but not including, this are unsafe. */
  readonly threshold: number;
  readonly zeros: "shown" | "hidden";
}

/** The protected table and how much it shows. */
export interface ProtectedTable {
  /** CSV text: the columns of the categories, `n` (empty where withheld) and `status`. */
  readonly csv: string;
  readonly cells: number;
  readonly unsafe: number;
  readonly secondary: number;
}

/**
 * Adds all totals to a table of counts and withholds what is unsafe, and what would give it back.
 *
 * Throws ExtractError for a broken file or a count that is not a whole number, DisclosureError where a count can be
 * worked out whatever is withheld.
 */
export async function protectTable(request: ProtectRequest): Promise<ProtectedTable> {
  const table = crossTabulate(readLines(request), request.by.length);
  const smallest = request.zeros === "hidden" ? 0 : 1;
  const isUnsafe = (count: number): boolean => count >= smallest && count < request.threshold;
  const unsafe = new Set(table.cells.keys().filter((cell) => isUnsafe(table.cells[cell]?.count ?? 0)));
  const {withheld, unprotected} = await protectCounts(
    table,
    unsafe,
    protectionOf({...request, level: "width-2", marks: "one"}),
  );
  if (unprotected.length > 0) {
    throw unprotectedCounts(unprotected.map((cell) => table.cells[cell]?.categories.join(" × ") ?? ""));
  }
  const lines = table.cells.map(({categories, count}, cell) =>
    [...categories.map(quote), ...(withheld.has(cell) ? ["", "suppressed"] : [String(count), "published"])].join(","),
  );
  const csv = `${[...request.by.map(quote), "n", "status"].join(",")}\n${lines.join("\n")}\n`;
  return {csv, cells: table.cells.length, unsafe: unsafe.size, secondary: withheld.size - unsafe.size};
}

function readLines({text, file, by, count}: ProtectRequest): readonly CountLine[] {
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

function quote(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
