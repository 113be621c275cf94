import {fieldsOf, fileChunks, openText, readLines, readRecords, type Refuse} from "../../../intake/index.ts";
import {ExtractError} from "../ExtractError.ts";
import {parquetSql, rowNumber} from "./parquetColumns.ts";
import {refuseValues} from "./refuseValues.ts";
import {unpackFile} from "./unpackFile.ts";
import {openWorkspace, type Workspace} from "./workspace.ts";
import type {Sample} from "../sample.ts";

/** Rows that are looked at: enough to tell a code list, few enough to be read at once. */
const sampleRows = 2000;

/**
 * Reads the header and the first rows of an extract of unknown layout, CSV or Parquet. Throws ExtractError where it
 * cannot be read or has no header, because a first record would be taken for names and printed.
 */
export async function readSample(file: string, delimiter: string): Promise<Sample> {
  await using workspace = await openWorkspace();
  const refuse: Refuse = ({line}, message) => new ExtractError({file, ...(line !== undefined && {line})}, message);
  const {path, kind} = await unpackFile(file, workspace.folder, refuse);
  return kind === "parquet" ? readParquet(path, workspace, refuse) : readCsv(path, delimiter, refuse);
}

async function readParquet(path: string, {connection}: Workspace, refuse: Refuse): Promise<Sample> {
  try {
    const read = await connection.runAndReadAll(
      `SELECT * EXCLUDE (${rowNumber}) FROM ${parquetSql(path)} LIMIT ${sampleRows}`,
    );
    const rows = read.getRows().map((row) => row.map((value) => (value === null ? "" : String(value))));
    return {headers: read.columnNames(), rows};
  } catch {
    // DuckDB's words may hold values of the file.
    throw refuse({}, "the Parquet file cannot be read. Export it again.");
  }
}

function readCsv(path: string, delimiter: string, refuse: Refuse): Sample {
  const options = {asked: [], asker: "the dictionary", delimiter, otherwise: "windows-1252", refuse} as const;
  const {header, text} = openText(() => fileChunks(path), options);
  refuseValues(header.names, refuse);
  return {headers: header.names, rows: [...firstRows(text(), header)]};
}

function* firstRows(
  text: Iterable<Buffer>,
  header: {readonly lines: number; readonly delimiter: string},
): Generator<readonly string[]> {
  const lines = readLines(text);
  for (let skipped = 0; skipped < header.lines; skipped++) lines.next();
  const delimiter = header.delimiter.charCodeAt(0);
  let rows = 0;
  for (const {bytes} of readRecords(lines, {delimiter})) {
    if (bytes) yield fieldsOf(bytes, delimiter);
    if (++rows === sampleRows) return;
  }
}
