import type {DuckDBConnection} from "@duckdb/node-api";
import type {AnsweredRecords, RecordsAsked} from "../../recordAnswers.ts";
import {standingTable} from "../standingForms.ts";
import {answerReading, type AnsweringForms, type AnswerReading} from "./answerReadings.ts";

/** Answers what an extract's forms say, those together that say alike: a chunk of groups at a time. */
export async function readAnswers(
  of: AnsweringForms,
  {columns, countedOnly}: RecordsAsked,
  connection: DuckDBConnection,
): Promise<AnsweredRecords> {
  const readings = columns.map((asked) => answerReading(asked, of));
  const keys = columns.map(() => new Map<string, number>());
  const values: number[][] = columns.map(() => []);
  const times: number[] = [];
  const result = await connection.stream(answersSql(of, readings, countedOnly));
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const count of chunk.getColumnValues(0)) times.push(Number(count));
    for (const [at, known] of keys.entries()) {
      for (const key of chunk.getColumnValues(at + 1)) values[at]?.push(placeOf(String(key), known));
    }
  }
  return {
    times,
    columns: readings.map(({answerOf}, at) => {
      return {answers: [...(keys[at]?.keys() ?? [])].map(answerOf), values: values[at] ?? []};
    }),
  };
}

/** One row for all forms that have the same keys: how many they are, then one key a column. */
function answersSql({forms}: AnsweringForms, readings: readonly AnswerReading[], countedOnly: boolean): string {
  const keys = readings.map(({sql}, at) => `(${sql})::VARCHAR AS k${String(at)}`);
  // A form stands for one client at most.
  const join = countedOnly ? "INNER" : "LEFT";
  const on = `(SELECT * FROM ${standingTable(forms)}) AS standing ON standing.form = forms.rowid`;
  return `SELECT count(*), * FROM (SELECT ${keys.join(", ")} FROM ${forms.table} AS forms ${join} JOIN ${on}) GROUP BY ALL`;
}

function placeOf(key: string, known: Map<string, number>): number {
  const place = known.get(key) ?? known.size;
  known.set(key, place);
  return place;
}
