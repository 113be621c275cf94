import type {CodeList} from "../../dictionary/codeList.ts";
import type {Column} from "../../dictionary/dictionary.ts";
import {mappedSql} from "./columnSql.ts";
import type {FormsTable} from "./formsTable.ts";
import {sqlText} from "./sql.ts";
import {tidyLabelSql} from "./tidySql.ts";

/** Table that gives, for every combination of codes in a column, one bit a row of the code list. */
export function masksTable({table, columnOf}: FormsTable, column: string): string {
  return `${table}_masks_${columnOf(column)}`;
}

/** Takes each combination of codes apart once, however many forms hold it. */
export function createMasks(forms: FormsTable, column: Extract<Column, {type: "codes"}>, list: CodeList): string {
  const bits = list.rows.map(({code}, row) => `(${sqlText(code)}, 1::UBIGINT << ${row})`);
  const blanks = forms.model.dictionary.blank.map(sqlText).join(", ");
  const answer = forms.columnOf(column.name);
  return `CREATE TABLE ${masksTable(forms, column.name)} AS
    WITH parts AS (
      SELECT answer, unnest(string_split(answer, ${sqlText(column.separator)})) AS part
      FROM (SELECT DISTINCT ${answer} AS answer FROM ${forms.table} WHERE ${answer} <> '')),
    items AS (SELECT answer, ${tidyLabelSql(mappedSql("part", column.values))} AS item FROM parts)
    SELECT answer, coalesce(bit_or(code_bit), 0)::UBIGINT AS mask,
      bool_or(code_bit IS NULL AND item NOT IN (${blanks})) AS has_unlisted
    FROM items LEFT JOIN (VALUES ${bits.join(", ")}) AS listed(code, code_bit) ON code = item
    GROUP BY answer`;
}
