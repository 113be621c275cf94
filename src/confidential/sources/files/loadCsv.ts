import {join} from "node:path";
import {longestLine, type Encoding, type OpenText} from "../../../intake/index.ts";
import {kindOfFailure, isMachines} from "./kindOfFailure.ts";
import {ExtractError} from "../ExtractError.ts";
import {checkedSelect, heldColumns, type FormsTable} from "./formsTable.ts";
import {mendCsv} from "./mendCsv.ts";
import type {OpenedExtract} from "./openExtract.ts";
import {mendedLines, plainLines, type SourceLines} from "./sourceLines.ts";
import {sqlPath, sqlText} from "./sql.ts";
import type {Workspace} from "./workspace.ts";

/** What was read from a file besides the forms themselves. */
export interface LoadedForms {
  readonly lines: SourceLines;
  readonly encoding: Encoding | "parquet";
}

type OpenedCsv = OpenedExtract & {readonly content: OpenText};

/** Reads a CSV file into a forms table. Throws ExtractError for faults of the whole file. */
export async function loadCsv(opened: OpenedCsv, forms: FormsTable, workspace: Workspace): Promise<LoadedForms> {
  const {encoding} = opened.content.inspection;
  const lines = (await loadAsItIs(opened, forms, workspace)) ?? (await loadMended(opened, forms, workspace));
  return {lines, encoding};
}

/**
 * The quick road: DuckDB reads the file as it is, in parallel. Only for a file that was looked through and found plain,
 * where nothing is left to a parser's judgement; nothing is returned otherwise.
 */
async function loadAsItIs(
  opened: OpenedCsv,
  forms: FormsTable,
  {connection}: Workspace,
): Promise<SourceLines | undefined> {
  const {inspection, header} = opened.content;
  const {plain} = inspection;
  if (plain?.fields !== header.names.length) return undefined;
  const select = checkedSelect(forms, readCsvSql(opened, forms, {path: opened.path, ending: plain.ending}));
  try {
    await connection.run(`CREATE TABLE ${forms.table} AS ${select}`);
  } catch {
    // DuckDB's words hold the values of the record that it stumbled over. The slow road finds the fault again.
    return undefined;
  }
  const records = await countRows(forms, connection);
  if (records === plain.lines - 1) return plainLines(records, header.lines);
  await connection.run(`DROP TABLE ${forms.table}`);
  return undefined;
}

/** The careful road: broken records are taken out, quoted line breaks and blank lines accounted for. */
async function loadMended(opened: OpenedCsv, forms: FormsTable, {connection, folder}: Workspace): Promise<SourceLines> {
  const {source, content} = opened;
  const {header, text} = content;
  const clean = join(folder, "mended.csv");
  const shape = {delimiter: header.delimiter.charCodeAt(0), fields: header.names.length, headerLines: header.lines};
  const {table} = forms;
  const failed = (cause: string): ExtractError =>
    new ExtractError(
      {file: source.file},
      `the file could not be read (${cause}). Look for room on the disk, or export it again.`,
    );
  try {
    const mended = mendCsv(text(), clean, shape);
    if (mended.breaksOff) throw breaksOff(source.file, mended.brokenLines.at(-1) ?? 0);
    refuseTooManyBroken(mended.brokenLines, mended.records, opened);
    await connection.run(`DROP TABLE IF EXISTS ${table}`);
    const read = readCsvSql(opened, forms, {path: clean, ending: "\n"});
    await connection.run(`CREATE TABLE ${table} AS ${checkedSelect(forms, read)}`);
    if ((await countRows(forms, connection)) !== mended.records) throw failed("not all of its records were read");
    await connection.run(`INSERT INTO ${table} BY NAME SELECT true AS broken FROM range(${mended.brokenLines.length})`);
    return mendedLines(mended);
  } catch (error) {
    if (error instanceof ExtractError || isMachines(error)) throw error;
    throw failed(kindOfFailure(error));
  }
}

async function countRows({table}: FormsTable, connection: Workspace["connection"]): Promise<number> {
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${table}`);
  return Number(counted.getRows()[0]?.[0]);
}

/** A file that ends within a record has lost more than that record, and nobody knows how much. */
function breaksOff(file: string, line: number): ExtractError {
  return new ExtractError(
    {file, line},
    "the file breaks off within this record, its last: the rest of it was lost on the way. Export it again, or ask for it again; where the record is broken and nothing is missing after it, end its line.",
  );
}

function refuseTooManyBroken(brokenLines: readonly number[], whole: number, {source, model}: OpenedExtract): void {
  const limit = model.dictionary.file.brokenRows;
  const read = brokenLines.length + whole;
  if (brokenLines.length <= limit * read) return;
  const shown = brokenLines.slice(0, 5).join(", ");
  throw new ExtractError(
    {file: source.file},
    `more records are broken than the ${Number((100 * limit).toFixed(2))}% that the dictionary allows. Check the delimiter, the quotation marks and the number of fields, and export again.`,
    `${brokenLines.length} of ${read} records are broken, first at lines ${shown}.`,
  );
}

function readCsvSql(
  {content: {header}, positions}: OpenedCsv,
  forms: FormsTable,
  {path, ending}: {readonly path: string; readonly ending: "\n" | "\r\n"},
): string {
  const columns = header.names.map((_, index) => `'h${index}': 'VARCHAR'`);
  // Told everything and left to guess nothing: neither from the file's name nor from its folders or first lines.
  const options = [
    "auto_detect = false, header = false, skip = 1, quote = '\"', escape = '\"', strict_mode = true",
    "compression = 'none', hive_partitioning = false, filename = false",
    `max_line_size = ${longestLine}`,
    `delim = ${sqlText(header.delimiter)}, new_line = '${ending === "\n" ? "\\n" : "\\r\\n"}'`,
    `nullstr = '\u0001', columns = {${columns.join(", ")}}`,
  ];
  const held = heldColumns(forms.model.dictionary).map(
    ({name}) => `coalesce(h${String(positions.get(name))}, '') AS ${forms.columnOf(name)}`,
  );
  return `SELECT ${held.join(", ")} FROM read_csv(${sqlPath(path)}, ${options.join(", ")})`;
}
