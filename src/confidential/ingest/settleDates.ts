import type {DuckDBConnection} from "@duckdb/node-api";
import {changedPlaces, dateFaults, formatsOf, isUsable} from "./dateSql.ts";
import {ExtractError} from "./ExtractError.ts";
import type {FormsTable} from "./formsTable.ts";

/** So many dates that are none until day and month change places tell of a habit, and fewer of a slip of the pen. */
const fewestChanged = 3;

/**
 * Refuses a column whose dates have day and month in the other order than their format: where more of them are dates the
 * other way round only than this way only, those that are dates both ways were misread without a word. What is left of
 * such dates is settled as impossible.
 */
export async function settleDates(forms: FormsTable, connection: DuckDBConnection, file: string): Promise<void> {
  const {dictionary} = forms.model;
  for (const column of dictionary.columns) {
    if (column.type !== "date") continue;
    const name = forms.columnOf(column.name);
    const counted = await connection.runAndReadAll(
      `SELECT count(*) FILTER (${name} = ${changedPlaces}), count(*) FILTER (${isUsable(name)} AND day(${name}) > 12) FROM ${forms.table}`,
    );
    const [changed = 0, sure = 0] = (counted.getRows()[0] ?? []).map(Number);
    if (changed === 0) continue;
    if (changed >= fewestChanged && changed > sure) {
      const [format] = formatsOf(column, dictionary);
      throw new ExtractError(
        {file},
        `the dates of column "${column.name}" seem to have day and month in the other order than ${format?.name ?? "their format"}. ${otherOrder(format?.name)} under "dates" in report.yaml, or export them again.`,
        `${changed} dates of ${column.name} are none unless day and month change places, ${sure} are none if they do.`,
      );
    }
    await connection.run(
      `UPDATE ${forms.table} SET ${name} = ${dateFaults["impossible-date"]} WHERE ${name} = ${changedPlaces}`,
    );
  }
}

function otherOrder(name = "dd/mm/yyyy"): string {
  const other = name.replace(/dd|mm/g, (part) => (part === "dd" ? "mm" : "dd"));
  return `They look like ${other}: name that`;
}
