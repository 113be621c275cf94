import type {DuckDBConnection} from "@duckdb/node-api";
import type {ColumnAnswer} from "./answer.ts";
import type {ColumnPlan} from "./columnPlan.ts";
import {peopleSql, columnReading, type ColumnReading, type PeopleOf} from "./peopleSql.ts";

/** A column as read: the answers that occur, and for every form the number of its answer. */
export interface ReadColumn {
  readonly plan: ColumnPlan;
  readonly answers: readonly ColumnAnswer[];
  readonly values: Uint16Array;
}

/** Reads the columns of an extract, form by form, a chunk at a time. Confidential. */
export async function readPeople(
  of: PeopleOf,
  plans: readonly ColumnPlan[],
  connection: DuckDBConnection,
): Promise<readonly ReadColumn[]> {
  const readings = plans.map((plan) => columnReading(plan, of));
  const numbers = plans.map(() => new Map<string, number>());
  const read: number[][] = plans.map(() => []);
  const result = await connection.stream(peopleSql(of, readings));
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [at, known] of numbers.entries()) {
      const values = read[at] ?? [];
      for (const key of chunk.getColumnValues(at + 1)) values.push(numberOf(String(key), known));
    }
  }
  return plans.map((plan, at) => inOrder(plan, {keys: numbers[at] ?? new Map(), values: read[at] ?? []}, readings[at]));
}

/** The database yields forms in any order: answers are numbered by their keys, so that the same extract reads alike. */
function inOrder(
  plan: ColumnPlan,
  {keys, values}: {readonly keys: ReadonlyMap<string, number>; readonly values: readonly number[]},
  reading: ColumnReading | undefined,
): ReadColumn {
  const sorted = [...keys.keys()].sort();
  const numbers = new Map(sorted.map((key, number) => [keys.get(key) ?? 0, number]));
  const answers = sorted.flatMap((key) => (reading === undefined ? [] : [reading.answerOf(key)]));
  return {plan, answers, values: Uint16Array.from(values, (value) => numbers.get(value) ?? 0)};
}

function numberOf(key: string, known: Map<string, number>): number {
  const number = known.get(key) ?? known.size;
  known.set(key, number);
  return number;
}
