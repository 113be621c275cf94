import type {CodeList} from "../../dictionary/codeList.ts";
import type {Dictionary, ValueMapping} from "../../dictionary/dictionary.ts";
import {isBlank} from "./blankSql.ts";
import {sqlText} from "./sql.ts";
import {tidyLabelSql} from "./tidySql.ts";

/**
 * How answers are held. Codes: a number, first the blanks of the dictionary, then the rows of the code list, then
 * `unlisted`. Dates: NULL where blank; a day of the year 1 says what was wrong with the text. Numbers and counts: whole steps,
 * NULL where blank; one far below nought says what was wrong. Texts and lists of codes: the text, empty where blank.
 */
export const unlisted = 65535;

/** The number that stands for a code dropped by the dictionary's impossible combination of this index. */
export function impossibleFault(index: number): number {
  return unlisted - 1 - index;
}

/** Numbers from this on stand for a fault; no code list is so long. */
export const leastFault = impossibleFault(1000);

/** Texts that stand for no answer and are not codes of the list, in the order of their numbers. */
export function blanksOf(dictionary: Dictionary, list: CodeList): readonly string[] {
  const codes = new Set(list.rows.map(({code}) => code));
  return dictionary.blank.filter((text) => !codes.has(text));
}

/** Name of the SQL type of a code list's texts. */
export function enumName(table: string, list: CodeList): string {
  return `${table}_codes_${list.name.replaceAll("-", "_")}`;
}

/** Makes the SQL type of a code list's texts: looking a text up in it is DuckDB's fastest way to a number. */
export function createEnum(table: string, dictionary: Dictionary, list: CodeList): string {
  const texts = [...blanksOf(dictionary, list), ...new Set(list.rows.map(({code}) => code))];
  return `CREATE TYPE ${enumName(table, list)} AS ENUM (${texts.map(sqlText).join(", ")})`;
}

/** The number of a code text, given the type that `createEnum` made; a text that is no code is tidied and tried again. */
export function codeSql(raw: string, type: string): string {
  const found = `coalesce(TRY_CAST(${raw} AS ${type}), TRY_CAST(${tidyLabelSql(raw)} AS ${type}))`;
  return `coalesce(enum_code(${found})::USMALLINT, ${unlisted})`;
}

/** The code that a text stands for in the extract at hand; the text itself where the report says nothing of it. */
export function mappedSql(raw: string, values: ValueMapping | undefined): string {
  if (values === undefined || values.size === 0) return raw;
  const cases = [...values].map(([value, code]) => `WHEN ${sqlText(value)} THEN ${sqlText(code)}`);
  return `CASE ${tidyLabelSql(raw)} ${cases.join(" ")} ELSE ${raw} END`;
}

/** A tidied reference, empty where the dictionary calls it blank. */
export function textSql(text: string, dictionary: Dictionary): string {
  return `CASE WHEN ${isBlank(text, dictionary)} THEN '' ELSE ${text} END`;
}
