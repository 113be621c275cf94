import type {Column} from "../dictionary/dictionary.ts";
import {describeFailure} from "./describeFailure.ts";
import {ExtractError} from "./ExtractError.ts";
import {checkedSelect, heldColumns, type FormsTable} from "./formsTable.ts";
import type {LoadedForms, Source} from "./loadCsv.ts";
import {matchHeader} from "./matchHeader.ts";
import {headerOf} from "./renameColumns.ts";
import {plainLines} from "./sourceLines.ts";
import {sqlName, sqlText} from "./sql.ts";
import type {Workspace} from "./workspace.ts";

/**
 * Reads a Parquet file into a forms table; its line numbers are numbers of rows.
 * Throws ExtractError for a file that cannot be read or lacks a column.
 */
export async function loadParquet({path, file}: Source, forms: FormsTable, workspace: Workspace): Promise<LoadedForms> {
  const {connection} = workspace;
  const {dictionary} = forms.model;
  const from = `read_parquet(${sqlText(path)})`;
  try {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
    const types = new Map(described.getRows().map(([name, type]) => [String(name), String(type)]));
    const {ignored} = matchHeader([...types.keys()], dictionary, file);
    const texts = heldColumns(dictionary).map(
      (column) =>
        `coalesce(${textOf(column, types.get(headerOf(column)) ?? "", dictionary.dates[0])}, '') AS ${forms.columnOf(column.name)}`,
    );
    await connection.run(
      `CREATE TABLE ${forms.table} AS ${checkedSelect(forms, `SELECT ${texts.join(", ")} FROM ${from}`)}`,
    );
    const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${forms.table}`);
    return {lines: plainLines(Number(counted.getRows()[0]?.[0]), 0), ignored, encoding: "parquet"};
  } catch (error) {
    if (error instanceof ExtractError) throw error;
    throw new ExtractError({file}, `the Parquet file cannot be read (${describeFailure(error)}). Export it again.`);
  }
}

/** A column as the text that a CSV file would hold, so that the same rules judge it. */
function textOf(column: Column, type: string, format: string | undefined): string {
  const name = sqlName(headerOf(column));
  if (column.type === "date" && /^(DATE|TIMESTAMP)/.test(type)) {
    return `strftime(${name}::DATE, ${sqlText(format === "yyyy-mm-dd" ? "%Y-%m-%d" : "%d/%m/%Y")})`;
  }
  if (column.type === "codes" && type.endsWith("[]")) return `array_to_string(${name}, ${sqlText(column.separator)})`;
  return `${name}::VARCHAR`;
}
