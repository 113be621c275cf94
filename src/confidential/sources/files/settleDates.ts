import type {DuckDBConnection} from "@duckdb/node-api";
import type {DateColumn, Dictionary} from "../../dictionary/dictionary.ts";
import {changedPlaces, dateFaults, formatsOf, isUsable} from "./dateSql.ts";
import {ExtractError} from "../ExtractError.ts";
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
  const dates = dictionary.columns.flatMap((column) => (column.type === "date" ? [column] : []));
  if (dates.length === 0) return;
  const counts = dates.flatMap(({name}) => {
    const day = forms.columnOf(name);
    return [`count(*) FILTER (${day} = ${changedPlaces})`, `count(*) FILTER (${isUsable(day)} AND day(${day}) > 12)`];
  });
  const counted = await connection.runAndReadAll(`SELECT ${counts.join(", ")} FROM ${forms.table}`);
  const found = (counted.getRows()[0] ?? []).map(Number);
  for (const [at, column] of dates.entries()) {
    const [changed = 0, sure = 0] = found.slice(2 * at, 2 * at + 2);
    if (changed === 0) continue;
    if (changed >= fewestChanged && changed > sure) throw monthFirst({file, changed, sure}, column, dictionary);
    const day = forms.columnOf(column.name);
    const settled = `UPDATE ${forms.table} SET ${day} = ${dateFaults["impossible-date"]} WHERE ${day} = ${changedPlaces}`;
    await connection.run(settled);
  }
}

function monthFirst(
  {file, changed, sure}: {readonly file: string; readonly changed: number; readonly sure: number},
  column: DateColumn,
  dictionary: Dictionary,
): ExtractError {
  const [format = {name: "their format"}] = formatsOf(column, dictionary);
  const other = format.name.replace(/dd|mm/g, (part) => (part === "dd" ? "mm" : "dd"));
  return new ExtractError(
    {file},
    `the dates of column "${column.name}" seem to have day and month in the other order than ${format.name}. They look like ${other}: name that under "dates" in report.yaml, or export them again.`,
    `${changed} dates of ${column.name} are none unless day and month change places, ${sure} are none if they do.`,
  );
}
