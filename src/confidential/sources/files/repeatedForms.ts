import type {FormsTable} from "./formsTable.ts";

/** Table of the forms that repeat an earlier form's value in a column that should be unique. */
export function repeatsTable({table, columnOf}: FormsTable, column: string): string {
  return `${table}_repeats_${columnOf(column)}`;
}

/** Finds repeated forms: the first form with a value stays, those on later lines are repeats. */
export function createRepeats(forms: FormsTable, column: string): string {
  const value = forms.columnOf(column);
  return `CREATE TABLE ${repeatsTable(forms, column)} AS
    WITH repeated AS (
      SELECT ${value} AS value, min(rowid) AS first_form FROM ${forms.table}
      WHERE ${value} <> '' GROUP BY ${value} HAVING count(*) > 1)
    SELECT forms.rowid AS form FROM ${forms.table} AS forms JOIN repeated ON forms.${value} = repeated.value
    WHERE forms.rowid > repeated.first_form`;
}
