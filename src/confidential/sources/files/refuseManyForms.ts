import type {DuckDBConnection} from "@duckdb/node-api";
import {ExtractError} from "../ExtractError.ts";
import type {FormsTable} from "./formsTable.ts";
import {standingTable} from "./standingForms.ts";

/**
 * Refuses an extract in which some client has more forms than the dictionary says that a client can have: a number that is
 * cut off would be a wrong one. Needs the forms that stand for clients.
 */
export async function refuseManyForms(forms: FormsTable, connection: DuckDBConnection, file: string): Promise<void> {
  const {name: dictionary, overForms} = forms.model.dictionary;
  for (const column of overForms) {
    if (column.type !== "number") continue;
    const {name, to} = column;
    const sql = `SELECT coalesce(max(${forms.columnOf(name)}), 0) > ${String(to)} FROM ${standingTable(forms)}`;
    const isExceeded = (await connection.runAndReadAll(sql)).getRows()[0]?.[0] === true;
    if (!isExceeded) continue;
    const what = `a client has more forms in the period than the ${String(to)} that the dictionary "${dictionary}" allows`;
    throw new ExtractError(
      {file},
      `${what}. Raise "most" there, or look whether one reference stands for several people.`,
    );
  }
}
