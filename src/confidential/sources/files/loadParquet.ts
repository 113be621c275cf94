import {parseDateFormat} from "../../dictionary/dateFormat.ts";
import type {Column, DateColumn} from "../../dictionary/dictionary.ts";
import type {AdaptedModel} from "./adaptModel.ts";
import {formatsOf} from "./dateSql.ts";
import {kindOfFailure, isMachines} from "./kindOfFailure.ts";
import {ExtractError} from "../ExtractError.ts";
import {checkedSelect, heldColumns, type FormsTable} from "./formsTable.ts";
import type {LoadedForms} from "./loadCsv.ts";
import type {OpenedExtract} from "./openExtract.ts";
import {parquetSql, rowNumber, type ParquetColumns} from "./parquetColumns.ts";
import {refuseInexact, refuseTypes} from "./parquetTypes.ts";
import {numberedRows, type SourceLines} from "./sourceLines.ts";
import {sqlName, sqlText} from "./sql.ts";
import type {Workspace} from "./workspace.ts";

/** A column as the file has it. */
type FileColumn = ParquetColumns["columns"][number];

/**
 * Reads a Parquet file into a forms table; its line numbers are numbers of rows. Rows without any value are passed over.
 * Throws ExtractError for a file that cannot be read, for columns of a type that no answer has, and for moments in a time
 * zone where no zone is stated.
 */
export async function loadParquet(
  {source, path, content, positions}: OpenedExtract & {readonly content: ParquetColumns},
  forms: FormsTable,
  {connection}: Workspace,
): Promise<LoadedForms> {
  const model: AdaptedModel = forms.model;
  const typeOf = (column: Column): FileColumn => {
    const found = content.columns[positions.get(column.name) ?? -1];
    if (found === undefined) throw new Error(`no column was found for "${column.name}"`);
    return found;
  };
  const held = heldColumns(model.dictionary);
  const typed = held.map((column) => ({column, ...typeOf(column)}));
  refuseTypes(typed, source.file);
  refuseMoments(held, typeOf, {file: source.file, timeZone: model.timeZone});
  await refuseInexact(typed, {path, file: source.file, connection});
  const texts = held.map((column) => {
    const text = textOf(column, typeOf(column), model.timeZone);
    return `coalesce(${text}, '') AS ${forms.columnOf(column.name)}`;
  });
  const given = content.columns.map(({name}) => `trim(${sqlName(name)}::VARCHAR) <> ''`).join(" OR ");
  const from = `(SELECT * FROM ${parquetSql(path)} WHERE ${given})`;
  try {
    const dated = {...forms, model: withTypedDates(model, typeOf)};
    await connection.run(
      `CREATE TABLE ${forms.table} AS ${checkedSelect(dated, `SELECT ${texts.join(", ")} FROM ${from}`)}`,
    );
    const passedOver = `SELECT ${rowNumber} FROM ${parquetSql(path)} WHERE NOT coalesce(${given}, false)`;
    return {lines: await linesOf(forms, passedOver, connection), encoding: "parquet"};
  } catch (error) {
    if (isMachines(error)) throw error;
    throw new ExtractError(
      {file: source.file},
      `the Parquet file cannot be read (${kindOfFailure(error)}). Export it again.`,
    );
  }
}

/** Where the rows of the table stood, of which others were passed over. */
async function linesOf(
  {table}: FormsTable,
  passedOver: string,
  connection: Workspace["connection"],
): Promise<SourceLines> {
  const rows = await connection.runAndReadAll(passedOver);
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${table}`);
  return numberedRows(
    Number(counted.getRows()[0]?.[0]),
    rows.getRows().map(([row]) => Number(row)),
  );
}

const isMoment = (type: string): boolean => type === "TIMESTAMP WITH TIME ZONE";
const isDay = (type: string): boolean => /^(DATE|TIMESTAMP)/.test(type);

/** The day of a moment depends on where one stands: without a stated zone it is nobody's to guess. */
function refuseMoments(
  held: readonly Column[],
  typeOf: (column: Column) => FileColumn,
  {file, timeZone}: {readonly file: string; readonly timeZone: string | undefined},
): void {
  const moment = held.find((column) => isMoment(typeOf(column).type));
  if (moment === undefined || timeZone !== undefined) return;
  const message = `column "${moment.name}" holds moments in a time zone, whose days differ from place to place. Export dates, or write the zone into report.yaml, e.g. "time-zone: Europe/London".`;
  throw new ExtractError({file}, message);
}

/** A column as the text that a CSV file would hold, so that the same rules judge it. */
function textOf(column: Column, {name: written, type}: FileColumn, timeZone: string | undefined): string {
  const name = sqlName(written);
  if (isMoment(type)) return `timezone(${sqlText(timeZone ?? "UTC")}, ${name})::VARCHAR`;
  if (column.type === "codes" && type.endsWith("[]")) return `array_to_string(${name}, ${sqlText(column.separator)})`;
  // Whole numbers are often stored as decimals, because these have a place for what is missing.
  if (/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) {
    return `CASE WHEN ${name} = trunc(${name}) THEN ${name}::HUGEINT::VARCHAR ELSE ${name}::VARCHAR END`;
  }
  return `${name}::VARCHAR`;
}

/** Days and times that have a type of their own are written as DuckDB does, whatever the dictionary's texts look like. */
function withTypedDates(model: AdaptedModel, typeOf: (column: Column) => FileColumn): AdaptedModel {
  const {dictionary} = model;
  const typed = (column: DateColumn): DateColumn => {
    const hasTime = formatsOf(column, dictionary).some((format) => format.kind === "calendar" && format.hasTime);
    const format = parseDateFormat(hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd");
    if (format === undefined) throw new Error("ISO dates are a format");
    return {...column, dates: [format]};
  };
  const columns = dictionary.columns.map((column) =>
    column.type === "date" && isDay(typeOf(column).type) ? typed(column) : column,
  );
  return {...model, dictionary: {...dictionary, columns}};
}
