import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {ExtractError} from "../ingest/ExtractError.ts";
import {inspectFile} from "../ingest/inspectFile.ts";
import {readHeader} from "../ingest/readHeader.ts";
import {readLines} from "../ingest/readLines.ts";
import {sqlText} from "../ingest/sql.ts";
import {transcode} from "../ingest/transcode.ts";
import {openWorkspace, type Workspace} from "../ingest/workspace.ts";
import type {Sample} from "./mapColumns.ts";
import {dateLike} from "./valueFit.ts";

/** Rows that are looked at: enough to tell a code list, few enough to be read at once. */
const sampleRows = 2000;

/**
 * Reads the header and the first rows of an extract of unknown layout, CSV or Parquet. Throws ExtractError where it
 * cannot be read or has no header, because a first record would be taken for names and printed.
 */
export async function readSample(file: string, delimiter: string): Promise<Sample> {
  await using workspace = await openWorkspace();
  const {encoding} = inspectFile(file);
  if (encoding === "binary")
    throw new ExtractError({file}, "this is neither CSV nor Parquet. Export the extract as one.");
  if (encoding === "parquet") return readParquet(file, workspace);
  if (encoding === "utf-8") return readCsv(file, {file, delimiter});
  const text = join(workspace.folder, "sample.csv");
  await transcode(file, encoding, text);
  return readCsv(text, {file, delimiter});
}

async function readParquet(file: string, {connection}: Workspace): Promise<Sample> {
  try {
    const read = await connection.runAndReadAll(`SELECT * FROM read_parquet(${sqlText(file)}) LIMIT ${sampleRows}`);
    const rows = read.getRows().map((row) => row.map((value) => (value === null ? "" : String(value))));
    return {headers: read.columnNames(), rows};
  } catch {
    // DuckDB's words may hold values of the file.
    throw new ExtractError({file}, "the Parquet file cannot be read. Export it again.");
  }
}

function readCsv(path: string, {file, delimiter}: {file: string; delimiter: string}): Sample {
  const {names, lines} = readHeader(path, file, delimiter);
  if (names.some(isValue)) {
    throw new ExtractError(
      {file, line: 1},
      "the first line holds values and no names. Export the file with its header.",
    );
  }
  const text = firstLines(path, lines + sampleRows)
    .slice(lines)
    .join("\n");
  const options = {delimiter, relax_quotes: true, relax_column_count: true, skip_records_with_error: true};
  return {headers: names, rows: parse(text, options)};
}

/** A date or a bare number is no name of a column. */
function isValue(name: string): boolean {
  return dateLike.test(name) || /^[\d.,\s-]+$/.test(name);
}

function firstLines(path: string, count: number): readonly string[] {
  const lines: string[] = [];
  for (const {bytes} of readLines(path)) {
    lines.push(bytes.toString("utf8"));
    if (lines.length === count) break;
  }
  return lines;
}
