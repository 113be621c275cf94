import type {DuckDBConnection} from "@duckdb/node-api";
import {ExtractError} from "../../ExtractError.ts";
import {answerReading} from "../answers/answerReadings.ts";
import {heldColumns, type FormsTable} from "../formsTable.ts";
import type {SourceLines} from "../sourceLines.ts";

/** Pairs of rows that are named, of which the message names the first. */
const mostNamed = 20;

/**
 * Refuses a table of counts in which two rows have the same answers: one may repeat the other, correct it or add to it. Answers
 * are the same where they are read alike, however they are written.
 */
export async function refuseRepeatedRows(
  forms: FormsTable,
  {file, lines}: {readonly file: string; readonly lines: SourceLines},
  connection: DuckDBConnection,
): Promise<void> {
  const keys = answersOfRow(forms);
  const grouped = `SELECT list(forms.rowid ORDER BY forms.rowid) AS alike FROM ${forms.table} AS forms
    ${keys.length === 0 ? "" : `GROUP BY ${keys.join(", ")}`} HAVING count(*) > 1`;
  const found = await connection.runAndReadAll(
    `SELECT alike[1], alike[2] FROM (${grouped}) ORDER BY alike[2] LIMIT ${String(mostNamed)}`,
  );
  const pairs = found.getRows().map((pair) => pair.map((row) => lines.lineOf(Number(row))));
  const [[former, line] = []] = pairs;
  if (former === undefined || line === undefined) return;
  const what = `the row has the same answers as the one in line ${String(former)} (rule repeated-row), and nobody can tell whether it repeats, corrects or adds to it.`;
  const remedy =
    "Give one row for each combination of answers. Where a column that is not read tells the two apart, name it in the dictionary.";
  throw new ExtractError(
    {file, line},
    `${what} ${remedy}`,
    pairs.map(([one, other]) => `lines ${String(one)} and ${String(other)}`).join("; "),
  );
}

/** What a row says besides its count, in SQL: two rows with the same keys say the same. */
function answersOfRow(forms: FormsTable): readonly string[] {
  return heldColumns(forms.model.dictionary).flatMap(({name, type}) => {
    if (type === "count") return [];
    // Blanks that are written in different ways are one, and so are codes in another order.
    if (type === "code" || type === "codes")
      return [answerReading({kind: type, column: name}, {forms, period: forms.model.window}).sql];
    return [forms.columnOf(name)];
  });
}
