import type {OverFormsColumn} from "../../dictionary/dictionary.ts";
import {answerColumn, anyFormList} from "../../dictionary/overForms.ts";
import {blanksOf} from "./columnSql.ts";
import type {FormsTable} from "./formsTable.ts";

/**
 * An answer over all forms of a client as an aggregate of these, held as the answers of one form are; `order` is the
 * expression by which the last of them stands for the client.
 */
export function overFormsSql({over}: OverFormsColumn, forms: FormsTable, order: string): string {
  if (over.take === "number") return "count(*)::INTEGER";
  const answer = forms.columnOf(over.of);
  const isStated = `${answer} IN (${rowNumbers(over.of, forms, ({role}) => role !== "not-stated")})`;
  if (over.take === "any") {
    const isMeant = `${answer} IN (${rowNumbers(over.of, forms, ({code}) => over.codes.includes(code))})`;
    const [yes, no] = [0, 1].map((row) => blanksOf(forms.model.dictionary, anyFormList).length + row);
    return `(CASE WHEN bool_or(${isMeant}) THEN ${String(yes)} WHEN bool_and(${isStated}) THEN ${String(no)} ELSE 0 END)::USMALLINT`;
  }
  const taken = over.take === "first" ? "arg_min" : "arg_max";
  return `coalesce(${taken}(${answer}, ${order}) FILTER (${isStated}), 0)::USMALLINT`;
}

/** The numbers by which some rows of a column's list are held. */
function rowNumbers(
  name: string,
  {model: {dictionary, lists}}: FormsTable,
  isMeant: (row: {readonly code: string; readonly role: string}) => boolean,
): string {
  const column = answerColumn(name, dictionary);
  const list = column?.type === "code" ? lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`the dictionary has no column of one code "${name}"`);
  const first = blanksOf(dictionary, list).length;
  return list.rows.flatMap((row, at) => (isMeant(row) ? [first + at] : [])).join(", ");
}
