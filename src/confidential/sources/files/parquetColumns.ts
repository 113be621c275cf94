import type {DuckDBConnection} from "@duckdb/node-api";
import {describeMissing, tidyLabel, type AskedColumn, type Refuse} from "../../../intake/index.ts";
import {kindOfFailure} from "./kindOfFailure.ts";
import {sqlPath} from "./sql.ts";

/** The columns of a Parquet file. */
export interface ParquetColumns {
  /** Tidied names, in the order of the file. */
  readonly names: readonly string[];
  /** Names and SQL types as the file has them, in the same order. */
  readonly columns: readonly {readonly name: string; readonly type: string}[];
}

/** One Parquet file as a table, never a pattern, and no column of it made of its path. */
export function parquetSql(path: string): string {
  return `read_parquet(${sqlPath(path)}, hive_partitioning = false, filename = false, file_row_number = true)`;
}

/** The column that numbers the rows of a file, from 0. */
export const rowNumber = "file_row_number";

/** Reads the columns of a Parquet file. Refuses a file that is none, and one that lacks a column. */
export async function parquetColumns(
  path: string,
  asked: readonly AskedColumn[],
  {connection, refuse}: {readonly connection: DuckDBConnection; readonly refuse: Refuse},
): Promise<ParquetColumns> {
  const described = await connection
    .runAndReadAll(`DESCRIBE SELECT * EXCLUDE (${rowNumber}) FROM ${parquetSql(path)}`)
    .catch((error: unknown) => {
      throw refuse({}, `the Parquet file cannot be read (${kindOfFailure(error)}). Export it again.`);
    });
  const columns = described.getRows().map(([name, type]) => ({name: String(name), type: String(type)}));
  const names = columns.map(({name}) => tidyLabel(name));
  const missing = asked.filter(({name}) => !names.includes(name));
  if (missing.length > 0) throw refuse({}, describeMissing(missing, names));
  return {names, columns};
}
