import type {CodeList} from "../dictionary/codeList.ts";
import type {Column, DateFormat, Dictionary} from "../dictionary/dictionary.ts";
import {sqlText} from "./sql.ts";

/**
 * How answers are held. Codes: a number, first the blanks of the dictionary, then the rows of the code list, then
 * `unlisted`. Dates: NULL where blank; a day of the year 1 says what was wrong with the text. Texts and lists of codes:
 * the text, empty where blank.
 */
export const unlisted = 65535;

/** Days that stand for a fault; no plausible date comes near them. */
export const dateFaults = {
  "unreadable-date": "DATE '0001-01-01'",
  "impossible-date": "DATE '0001-01-02'",
  "implausible-date": "DATE '0001-01-03'",
} as const;

/** The day that stands for an answer dropped by the dictionary's rule of this number. */
export function ruleFault(index: number): string {
  return `(DATE '0001-02-01' + ${index})`;
}

/** The number that stands for a code dropped by the dictionary's impossible combination of this index. */
export function impossibleFault(index: number): number {
  return unlisted - 1 - index;
}

/** Numbers from this on stand for a fault; no code list is so long. */
export const leastFault = impossibleFault(1000);

/** A year of four digits: what the sentinels above can never be. */
const earliest = "1000-01-01";
const latest = "9999-12-31";

/** True of a date that is neither blank nor a fault. */
export function isUsable(date: string): string {
  return `coalesce(${date} >= DATE '${earliest}', false)`;
}

const patterns: Record<DateFormat, {readonly strptime: string; readonly shape: string}> = {
  "dd/mm/yyyy": {strptime: "%d/%m/%Y", shape: "\\d{1,2}/\\d{1,2}/\\d{4}"},
  "yyyy-mm-dd": {strptime: "%Y-%m-%d", shape: "\\d{4}-\\d{1,2}-\\d{1,2}"},
};

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

/** The number of a code text, given the type that `createEnum` made; texts with blanks around them are tried a second time. */
export function codeSql(raw: string, type: string): string {
  const found = `coalesce(TRY_CAST(${raw} AS ${type}), TRY_CAST(trim(${raw}) AS ${type}))`;
  return `coalesce(enum_code(${found})::USMALLINT, ${unlisted})`;
}

/** A text without the blanks around it, empty where the dictionary calls it blank. */
export function textSql(raw: string, dictionary: Dictionary): string {
  const blank = (text: string) => `CASE WHEN ${text} IN (${blankTexts(dictionary)}) THEN '' ELSE ${text} END`;
  return `CASE WHEN starts_with(${raw}, ' ') OR ends_with(${raw}, ' ') THEN ${blank(`trim(${raw})`)} ELSE ${blank(raw)} END`;
}

/** The date of a text in the dictionary's first format, NULL otherwise: enough for nearly all. */
export function quickDateSql(raw: string, {dates: [first]}: Dictionary): string {
  if (first === undefined) throw new Error("a dictionary has at least one date format");
  return `CASE WHEN ${raw} <> '' THEN try_strptime(${raw}, ${sqlText(patterns[first].strptime)})::DATE END`;
}

/** A date, or the day that says what is wrong with it. `quick` is what `quickDateSql` found; the rest is looked into. */
export function dateSql(
  {raw, quick}: {readonly raw: string; readonly quick: string},
  column: Extract<Column, {type: "date"}>,
  dictionary: Dictionary,
): string {
  const believed = (date: string) =>
    `${date} BETWEEN DATE '${column.from ?? earliest}' AND DATE '${column.to ?? latest}'`;
  const careful = dictionary.dates.map((format) => {
    const {strptime, shape} = patterns[format];
    const date = `try_strptime(trim(${raw}), ${sqlText(strptime)})::DATE`;
    return `WHEN regexp_full_match(trim(${raw}), ${sqlText(shape)}) THEN CASE
      WHEN ${date} IS NULL THEN ${dateFaults["impossible-date"]}
      WHEN ${believed(date)} THEN ${date} ELSE ${dateFaults["implausible-date"]} END`;
  });
  return `CASE WHEN ${believed(quick)} THEN ${quick}
    WHEN ${raw} = '' THEN NULL WHEN trim(${raw}) IN (${blankTexts(dictionary)}) THEN NULL
    ${careful.join("\n")} ELSE ${dateFaults["unreadable-date"]} END`;
}

function blankTexts(dictionary: Dictionary): string {
  return dictionary.blank.map(sqlText).join(", ");
}
