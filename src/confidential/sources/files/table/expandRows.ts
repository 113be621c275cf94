import type {DuckDBConnection} from "@duckdb/node-api";
import type {CountColumn} from "../../../dictionary/dictionary.ts";
import {ExtractError} from "../../ExtractError.ts";
import type {FormsTable} from "../formsTable.ts";

/** So many records can be proved and kept; a table of more is one of whole nations by many answers. */
const mostRecords = 5_000_000;

/** Puts as many records in the place of every row as it stands for, in the order of the rows. */
export async function expandRows(
  {table, columnOf}: FormsTable,
  {name}: CountColumn,
  {file, connection}: {readonly file: string; readonly connection: DuckDBConnection},
): Promise<void> {
  const count = columnOf(name);
  const summed = await connection.runAndReadAll(`SELECT coalesce(sum(${count}), 0) FROM ${table}`);
  if (Number(summed.getRows()[0]?.[0]) > mostRecords) {
    const most = mostRecords.toLocaleString("en-GB");
    const remedy = `Look at column "${name}", or divide the table.`;
    throw new ExtractError({file}, `the table stands for more than ${most} records. ${remedy}`);
  }
  const rows = `${table}_rows`;
  await connection.run(`ALTER TABLE ${table} RENAME TO ${rows}`);
  const each = `SELECT *, unnest(range(${count})) AS time FROM ${rows}`;
  await connection.run(`CREATE TABLE ${table} AS SELECT * EXCLUDE (time) FROM (${each})`);
  await connection.run(`DROP TABLE ${rows}`);
}
