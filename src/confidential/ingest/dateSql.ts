import {hasShortYear, type DateFormat, type DatePart} from "../dictionary/dateFormat.ts";
import type {DateColumn, Dictionary} from "../dictionary/dictionary.ts";
import {sqlText} from "./sql.ts";
import {tidyLabelSql} from "./tidySql.ts";

/** Days that stand for a fault; no plausible date comes near them. */
export const dateFaults = {
  "unreadable-date": "DATE '0001-01-01'",
  "impossible-date": "DATE '0001-01-02'",
  "implausible-date": "DATE '0001-01-03'",
  "time-of-day": "DATE '0001-01-04'",
} as const;

const unreadable = dateFaults["unreadable-date"];
const impossible = dateFaults["impossible-date"];

/** The day that stands, until an extract is settled, for an impossible date that is one with day and month changed. */
export const changedPlaces = "DATE '0001-01-05'";

/** The day that stands for an answer dropped by the dictionary's rule of this number. */
export function ruleFault(index: number): string {
  return `(DATE '0001-02-01' + ${index})`;
}

/** A year of four digits: what the days above can never be. */
const earliest = "1000-01-01";
const latest = "9999-12-31";

/** True of a date that is neither blank nor a fault. */
export function isUsable(date: string): string {
  return `coalesce(${date} >= DATE '${earliest}', false)`;
}

/** How the dates of a column are written: as the column says, otherwise as its dictionary does. */
export function formatsOf(column: DateColumn, dictionary: Dictionary): readonly DateFormat[] {
  return column.dates ?? dictionary.dates;
}

/** The date of a text in the column's first format, NULL otherwise: enough for nearly all where years have four digits. */
export function quickDateSql(raw: string, column: DateColumn, dictionary: Dictionary): string {
  const [first] = formatsOf(column, dictionary);
  if (first?.kind !== "calendar" || first.hasTime || hasShortYear(first) || first.sign === "") return "NULL::DATE";
  const directives: Record<DatePart, string> = {day: "%d", month: "%m", name: "%b", year: "%Y", "short-year": "%y"};
  const format = first.parts.map((part) => directives[part]).join(first.sign);
  return `CASE WHEN ${raw} <> '' THEN try_strptime(${raw}, ${sqlText(format)})::DATE END`;
}

/** A date, or the day that says what is wrong with it. `quick` is what `quickDateSql` found; the rest is looked into. */
export function dateSql(
  {raw, quick}: {readonly raw: string; readonly quick: string},
  column: DateColumn,
  dictionary: Dictionary,
): string {
  const text = tidyLabelSql(raw);
  const blanks = dictionary.blank.map(sqlText).join(", ");
  const judge = (date: string, otherwise: string): string => `CASE WHEN ${date} IS NULL THEN ${otherwise}
      WHEN ${believed(date, column)} THEN ${date} ELSE ${dateFaults["implausible-date"]} END`;
  const careful = formatsOf(column, dictionary).map((format) =>
    format.kind === "serial" ? serialCase(format, text, judge) : calendarCase(format, {text, column}, judge),
  );
  return `CASE WHEN ${believed(quick, column)} THEN ${quick}
    WHEN ${raw} = '' OR ${text} IN (${blanks}) THEN NULL
    ${careful.join("\n")} ELSE ${unreadable} END`;
}

function believed(date: string, {from = earliest, to = latest}: DateColumn): string {
  return `${date} BETWEEN DATE '${from}' AND DATE '${to}'`;
}

type Judge = (date: string, otherwise: string) => string;

const zone = "( ?(Z|[+-]\\d{2}:?\\d{2}))?";
const midnight = `([T ] ?(0?0:00(:00([.,]0+)?)?|12:00(:00([.,]0+)?)? ?[Aa][Mm])${zone})?`;
const anyTime = `([T ] ?([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d([.,]\\d+)?)?( ?[AaPp][Mm])?${zone})?`;

/** What one format makes of a text; texts of another look fall through to the next format. */
function calendarCase(
  format: Extract<DateFormat, {kind: "calendar"}>,
  {text, column}: {readonly text: string; readonly column: DateColumn},
  judge: Judge,
): string {
  const shape = shapeOf(format);
  const part = (kinds: readonly DatePart[]): string => {
    const group = format.parts.findIndex((one) => kinds.includes(one)) + 1;
    return `regexp_extract(${text}, ${sqlText(`^${shape}`)}, ${group})`;
  };
  const [day, month, digits] = [part(["day"]), part(["month", "name"]), part(["year", "short-year"])];
  const year = hasShortYear(format) ? yearIn(column.century, digits) : digits;
  const named = format.parts.includes("name");
  const date = (one: string, other: string): string =>
    `try_strptime(${year} || '-' || ${one} || '-' || ${other}, ${named ? "'%Y-%b-%d'" : "'%Y-%m-%d'"})::DATE`;
  const changed = named
    ? impossible
    : `CASE WHEN ${date(day, month)} IS NULL THEN ${impossible} ELSE ${changedPlaces} END`;
  const matches = (time: string): string => `regexp_full_match(${text}, ${sqlText(shape + time)})`;
  const read = judge(date(month, day), changed);
  const otherTime = format.hasTime
    ? read
    : `CASE WHEN ${date(month, day)} IS NULL THEN ${impossible} ELSE ${dateFaults["time-of-day"]} END`;
  return `WHEN ${matches(midnight)} THEN ${read} WHEN ${matches(anyTime)} THEN ${otherTime}`;
}

const monthNames =
  "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?)";

function shapeOf({parts, sign}: Extract<DateFormat, {kind: "calendar"}>): string {
  const short = sign === "" ? "(\\d{2})" : "(\\d{1,2})";
  const shapes: Record<DatePart, string> = {
    day: short,
    month: short,
    name: monthNames,
    year: "(\\d{4})",
    "short-year": "(\\d{2})",
  };
  return parts.map((part) => shapes[part]).join(sign.replace(".", "\\."));
}

/** The year of two digits within the hundred years that begin with `century`. */
function yearIn(century: number | undefined, digits: string): string {
  if (century === undefined) throw new Error("a year of two digits was let pass without its century");
  return `(${century} + (TRY_CAST(${digits} AS INTEGER) - ${century % 100} + 100) % 100)::VARCHAR`;
}

/** Days that a spreadsheet counted. Fewer digits, and numbers like 1975, are more likely a year. */
function serialCase({since}: Extract<DateFormat, {kind: "serial"}>, text: string, judge: Judge): string {
  const shape = "([3-9]\\d{3}|\\d{5,6})";
  const date = `(DATE '${since}' + TRY_CAST(regexp_extract(${text}, ${sqlText(`^${shape}`)}, 1) AS INTEGER))`;
  return `WHEN regexp_full_match(${text}, ${sqlText(`${shape}(\\.0+)?`)}) THEN ${judge(date, impossible)}
    WHEN regexp_full_match(${text}, ${sqlText(`${shape}\\.\\d+`)}) THEN ${dateFaults["time-of-day"]}`;
}
