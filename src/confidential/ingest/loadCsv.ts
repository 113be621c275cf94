import {join} from "node:path";
import {describeFailure} from "./describeFailure.ts";
import {ExtractError} from "./ExtractError.ts";
import {checkedSelect, heldColumns, type FormsTable} from "./formsTable.ts";
import {inspectFile, type FileInspection} from "./inspectFile.ts";
import {matchHeader} from "./matchHeader.ts";
import {longestLine, mendCsv} from "./mendCsv.ts";
import {readHeader, type CsvHeader} from "./readHeader.ts";
import {mendedLines, plainLines, type SourceLines} from "./sourceLines.ts";
import {sqlText} from "./sql.ts";
import {transcode} from "./transcode.ts";
import type {Workspace} from "./workspace.ts";

/** What was read from a file besides the forms themselves. */
export interface LoadedForms {
  readonly lines: SourceLines;
  /** Columns that the dictionary does not know. */
  readonly ignored: readonly string[];
  readonly encoding: FileInspection["encoding"];
}

export interface Source {
  /** Absolute path. */
  readonly path: string;
  /** As named by the user, for messages. */
  readonly file: string;
}

interface Reading {
  readonly header: CsvHeader;
  readonly positions: ReadonlyMap<string, number>;
  readonly forms: FormsTable;
}

/**
 * Reads a CSV file of any supported encoding into a forms table.
 * Throws ExtractError for faults of the whole file.
 */
export async function loadCsv(source: Source, forms: FormsTable, workspace: Workspace): Promise<LoadedForms> {
  const inspected = inspectFile(source.path);
  const {text, inspection} = await asUtf8(source, inspected, workspace);
  const {delimiter} = forms.model.dictionary.file;
  const header = readHeader(text, source.file, delimiter);
  const {positions, ignored} = matchHeader(header.names, forms.model.dictionary, source.file);
  const reading = {header, positions, forms};
  const lines =
    (await loadAsItIs(text, reading, {workspace, inspection})) ??
    (await loadMended(text, reading, {workspace, source}));
  return {lines, ignored, encoding: inspected.encoding};
}

async function asUtf8(
  {path, file}: Source,
  inspection: FileInspection,
  {folder}: Workspace,
): Promise<{text: string; inspection: FileInspection}> {
  if (inspection.encoding === "binary") {
    throw new ExtractError({file}, "this is no text file. Export the extract as CSV or Parquet.");
  }
  if (inspection.encoding === "utf-8") return {text: path, inspection};
  const text = join(folder, "transcoded.csv");
  await transcode(path, inspection.encoding, text);
  return {text, inspection: inspectFile(text)};
}

/**
 * The quick road: DuckDB reads the file as it is, in parallel. It is right only if every record is well formed and
 * stands on one line, which the number of line feeds shows; nothing is returned otherwise.
 */
async function loadAsItIs(
  path: string,
  reading: Reading,
  {workspace: {connection}, inspection}: {workspace: Workspace; inspection: FileInspection},
): Promise<SourceLines | undefined> {
  const {table} = reading.forms;
  if (inspection.lineFeeds === 0 || reading.header.lines > 1) return undefined;
  const ending = inspection.hasReturns ? "\\r\\n" : "\\n";
  const select = checkedSelect(reading.forms, readCsvSql(path, ending, reading));
  try {
    await connection.run(`CREATE TABLE ${table} AS ${select}`);
  } catch {
    // DuckDB's words hold the values of the record that it stumbled over. The slow road finds the fault again.
    return undefined;
  }
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${table}`);
  const records = Number(counted.getRows()[0]?.[0]);
  const expected = inspection.lineFeeds - 1 + (inspection.endsWithLineFeed ? 0 : 1);
  if (records === expected) return plainLines(records, reading.header.lines);
  await connection.run(`DROP TABLE ${table}`);
  return undefined;
}

/** The careful road: broken records are taken out, quoted line breaks and blank lines accounted for. */
async function loadMended(
  path: string,
  reading: Reading,
  {workspace: {connection, folder}, source}: {workspace: Workspace; source: Source},
): Promise<SourceLines> {
  const {dictionary} = reading.forms.model;
  const clean = join(folder, "mended.csv");
  const mended = mendCsv(path, clean, {
    delimiter: dictionary.file.delimiter.charCodeAt(0),
    fields: reading.header.names.length,
    headerLines: reading.header.lines,
  });
  refuseTooManyBroken(mended.brokenLines, mended.records, {source, limit: dictionary.file.brokenRows});
  const {table} = reading.forms;
  try {
    await connection.run(`DROP TABLE IF EXISTS ${table}`);
    await connection.run(`CREATE TABLE ${table} AS ${checkedSelect(reading.forms, readCsvSql(clean, "\\n", reading))}`);
    await connection.run(`INSERT INTO ${table} BY NAME SELECT true AS broken FROM range(${mended.brokenLines.length})`);
  } catch (error) {
    throw new ExtractError(
      {file: source.file},
      `DuckDB could not read the file (${describeFailure(error)}). Export it again.`,
    );
  }
  return mendedLines(mended);
}

function refuseTooManyBroken(
  brokenLines: readonly number[],
  whole: number,
  {source, limit}: {source: Source; limit: number},
): void {
  const read = brokenLines.length + whole;
  if (brokenLines.length <= limit * read) return;
  const shown = brokenLines.slice(0, 5).join(", ");
  throw new ExtractError(
    {file: source.file},
    `more records are broken than the ${Number((100 * limit).toFixed(2))}% that the dictionary allows. Check the delimiter, the quotation marks and the number of fields, and export again.`,
    `${brokenLines.length} of ${read} records are broken, first at lines ${shown}.`,
  );
}

function readCsvSql(path: string, ending: "\\n" | "\\r\\n", {header, positions, forms}: Reading): string {
  const {delimiter} = forms.model.dictionary.file;
  const columns = header.names.map((_, index) => `'h${index}': 'VARCHAR'`);
  // No text of an extract is read as NULL, so that NULL can only be what this code puts there.
  const options = [
    "auto_detect = false, header = false, skip = 1, quote = '\"', escape = '\"', strict_mode = true",
    `max_line_size = ${longestLine}`,
    `delim = ${sqlText(delimiter)}, new_line = '${ending}', nullstr = '\u0001', columns = {${columns.join(", ")}}`,
  ];
  const held = heldColumns(forms.model.dictionary).map(
    ({name}) => `h${String(positions.get(name))} AS ${forms.columnOf(name)}`,
  );
  return `SELECT ${held.join(", ")} FROM read_csv(${sqlText(path)}, ${options.join(", ")})`;
}
