import type {DuckDBConnection} from "@duckdb/node-api";
import {countColumnOf} from "../../../dictionary/dictionary.ts";
import type {FormsTable} from "../formsTable.ts";
import type {IngestedExtract} from "../ingested.ts";
import type {Source} from "../openExtract.ts";
import type {SourceLines} from "../sourceLines.ts";
import {describeRows} from "./describeRows.ts";
import {expandRows} from "./expandRows.ts";
import {keyOfTable} from "./keyOfTable.ts";
import {refuseFaultyRows} from "./refuseFaultyRows.ts";
import {refuseRepeatedRows} from "./refuseRepeatedRows.ts";

/** Where the rows of a table of counts come from. */
export interface TableFile {
  readonly source: Source;
  readonly lines: SourceLines;
}

/**
 * Makes of every row of a table of counts as many records with the same answers, so that all that follows knows records alone.
 * Gives what the rows looked like and the table's key; nothing of an extract that is none, which is left as it is.
 *
 * Throws ExtractError for a faulty row, because it may stand for many people, and for answers that are counted twice.
 */
export async function readTableOfCounts(
  forms: FormsTable,
  {source, lines}: TableFile,
  connection: DuckDBConnection,
): Promise<Pick<IngestedExtract, "key" | "rows">> {
  const counts = countColumnOf(forms.model.dictionary);
  if (counts === undefined) return {};
  const place = {file: source.file, lines};
  await refuseFaultyRows(forms, place, connection);
  await refuseRepeatedRows(forms, place, connection);
  const rows = await describeRows(forms, counts, connection);
  await expandRows(forms, counts, {file: source.file, connection});
  return {rows, key: keyOfTable(source)};
}
