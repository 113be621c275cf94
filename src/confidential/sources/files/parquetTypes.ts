import type {DuckDBConnection} from "@duckdb/node-api";
import type {Column} from "../../dictionary/dictionary.ts";
import {ExtractError} from "../ExtractError.ts";
import {parquetSql} from "./parquetColumns.ts";
import {sqlName} from "./sql.ts";

/** A column of the dictionary with its name and type in the file. */
export interface TypedColumn {
  readonly column: Column;
  readonly name: string;
  readonly type: string;
}

const whole = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/;
const fraction = /^(DOUBLE|FLOAT|DECIMAL\(.*\))$/;
const text = /^(VARCHAR|ENUM\(.*\)|UUID)$/s;
const day = /^(DATE|TIMESTAMP.*)$/;
const truth = /^BOOLEAN$/;
const list = /^(VARCHAR|U?(TINYINT|SMALLINT|INTEGER|BIGINT))\[\]$/;

/** Types whose values are written as a CSV file would have them, by the kind of the column. */
const readable: Readonly<Record<Column["type"], readonly RegExp[]>> = {
  text: [text, whole, fraction, day, truth],
  code: [text, whole, fraction, truth],
  codes: [text, whole, fraction, list],
  number: [text, whole, fraction],
  count: [text, whole, fraction],
  date: [text, whole, fraction, day],
};

/** Whether values of a type are a text, several of them where it is a list; days of moments are nobody's to guess. */
export function isAnswerType(type: string): boolean {
  return type !== "TIMESTAMP WITH TIME ZONE" && [...readable.text, list].some((pattern) => pattern.test(type));
}

/** Whether a type is a list of texts or whole numbers: a question with several answers. */
export function isListType(type: string): boolean {
  return list.test(type);
}

/** Throws ExtractError for a column whose values are no answers: nested ones, bytes, times of day. */
export function refuseTypes(typed: readonly TypedColumn[], file: string): void {
  const strange = typed.find(({column, type}) => !readable[column.type].some((pattern) => pattern.test(type)));
  if (strange === undefined) return;
  const {column, type} = strange;
  const what = type.includes("[") || type.includes("(") ? "nested values" : `values of the type ${type}`;
  throw new ExtractError(
    {file},
    `column "${column.name}" holds ${what}, which are no answers. Export it as text, whole numbers or dates.`,
  );
}

/** From these on, a whole number may be another one that had no place of its own and was rounded. Source: IEEE 754. */
const leastInexact = {DOUBLE: 2 ** 53, FLOAT: 2 ** 24} as const;

/** Throws ExtractError for numbers that lost their last digits, or are none, as references often do in such a column. */
export async function refuseInexact(
  typed: readonly TypedColumn[],
  {path, file, connection}: {readonly path: string; readonly file: string; readonly connection: DuckDBConnection},
): Promise<void> {
  for (const {column, name, type} of typed) {
    if (type !== "DOUBLE" && type !== "FLOAT") continue;
    const number = sqlName(name);
    const isInexact = `NOT isfinite(${number}) OR abs(${number}) >= ${String(leastInexact[type])}`;
    const found = await connection.runAndReadAll(`SELECT count(*) FROM ${parquetSql(path)} WHERE ${isInexact}`);
    if (Number(found.getRows()[0]?.[0]) === 0) continue;
    throw new ExtractError(
      {file},
      `column "${column.name}" holds numbers that are too large for its type to keep apart, or that are none. Export it as text.`,
    );
  }
}
