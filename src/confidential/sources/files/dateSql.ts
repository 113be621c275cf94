import {hasShortYear, lookOf, type DateFormat, type DatePart} from "../../dictionary/dateFormat.ts";
import type {DateColumn, Dictionary} from "../../dictionary/dictionary.ts";
import type {DateRule} from "../../dictionary/possibleFaults.ts";
import {isBlank} from "./blankSql.ts";
import {sqlText} from "./sql.ts";

/** Days that stand for a fault; no plausible date comes near them. */
export const dateFaults = {
  "unreadable-date": "DATE '0001-01-01'",
  "impossible-date": "DATE '0001-01-02'",
  "implausible-date": "DATE '0001-01-03'",
  "time-of-day": "DATE '0001-01-04'",
} as const satisfies Record<DateRule, string>;

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
  const formats = column.dates ?? dictionary.dates;
  // The same dates with and without a time are one format.
  const timed = new Set(formats.flatMap((one) => (one.kind === "calendar" && one.hasTime ? [lookOf(one)] : [])));
  return formats.map((one) => (one.kind === "calendar" && timed.has(lookOf(one)) ? {...one, hasTime: true} : one));
}

/** The date of a text in the column's first format, NULL otherwise: enough for nearly all where years have four digits. */
export function quickDateSql(raw: string, column: DateColumn, dictionary: Dictionary): string {
  const [first] = formatsOf(column, dictionary);
  if (first?.kind !== "calendar" || first.hasTime || hasShortYear(first) || first.sign === "") return "NULL::DATE";
  const directives: Record<DatePart, string> = {day: "%d", month: "%m", name: "%b", year: "%Y", "short-year": "%y"};
  const format = first.parts.map((part) => directives[part]).join(first.sign);
  return `CASE WHEN ${raw} <> '' THEN try_strptime(${raw}, ${sqlText(format)})::DATE END`;
}

/** True of a date within the bounds of its column. */
export function isBelieved(date: string, {from = earliest, to = latest}: DateColumn): string {
  return `${date} BETWEEN DATE '${from}' AND DATE '${to}'`;
}

/** Columns that are worked out of the tidied text of a date before it is judged: the parts of it, then days. */
export interface DateSteps {
  readonly parts: readonly string[];
  readonly days: readonly string[];
}

/** The steps from the tidied text of a date to `dateSql`, for each format of the column. `name` is the column's. */
export function dateSteps(name: string, column: DateColumn, dictionary: Dictionary): DateSteps {
  const steps = formatsOf(column, dictionary).map((format, at) => {
    const [text, parts] = [`tidy_${name}`, `parts_${name}_${at}`];
    const {pattern, groups} = patternOf(format);
    const taken = `regexp_extract(${text}, ${sqlText(`^${pattern}$`)}, [${groups.map(sqlText).join(", ")}])`;
    const [day, changed] = daysOf(format, parts, column);
    return {
      parts: `CASE WHEN ${text} <> '' THEN ${taken} END AS ${parts}`,
      days: [
        `CASE WHEN ${text} <> '' THEN ${day} END AS day_${name}_${at}`,
        `CASE WHEN ${text} <> '' THEN ${changed} END AS changed_${name}_${at}`,
      ],
    };
  });
  return {parts: steps.map(({parts}) => parts), days: steps.flatMap(({days}) => days)};
}

/** A date, or the day that says what is wrong with it: what `quickDateSql` found, or what the steps led to. */
export function dateSql(name: string, column: DateColumn, dictionary: Dictionary): string {
  const careful = formatsOf(column, dictionary).map((format, at) => {
    const [parts, day, changed] = [`parts_${name}_${at}`, `day_${name}_${at}`, `changed_${name}_${at}`];
    const hasTime = format.kind === "calendar" && format.hasTime;
    const isMidnight = `regexp_full_match(${parts}.time, ${sqlText(format.kind === "serial" ? "(\\.0+)?" : midnight)})`;
    return `WHEN ${parts}.first <> '' THEN CASE
      WHEN ${day} IS NULL THEN CASE WHEN ${changed} IS NULL THEN ${impossible} ELSE ${changedPlaces} END
      ${hasTime ? "" : `WHEN NOT ${isMidnight} THEN ${dateFaults["time-of-day"]}`}
      WHEN ${isBelieved(day, column)} THEN ${day} ELSE ${dateFaults["implausible-date"]} END`;
  });
  return `CASE WHEN ${isBelieved(`quick_${name}`, column)} THEN quick_${name}
    WHEN ${isBlank(`tidy_${name}`, dictionary)} THEN NULL
    ${careful.join("\n")} ELSE ${dateFaults["unreadable-date"]} END`;
}

const zone = "(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?";
const midnight = `(?:[T ] ?(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)? ?[Aa][Mm])${zone})?`;
const anyTime = `(?:[T ] ?(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?${zone})?`;

interface Pattern {
  readonly pattern: string;
  /** Names of its groups: the parts of a date in their order, and the time. */
  readonly groups: readonly string[];
}

function patternOf(format: DateFormat): Pattern {
  // Fewer digits, and numbers like 1975, are more likely a year than days that a spreadsheet counted.
  if (format.kind === "serial") return {pattern: "([3-9]\\d{3}|\\d{5,6})(\\.\\d+)?", groups: ["first", "time"]};
  const short = format.sign === "" ? "(\\d{2})" : "(\\d{1,2})";
  const shapes: Record<DatePart, string> = {
    day: short,
    month: short,
    name: monthNames,
    year: "(\\d{4})",
    "short-year": "(\\d{2})",
  };
  const shape = format.parts.map((part) => shapes[part]).join(format.sign.replace(".", "\\."));
  return {pattern: `${shape}(${anyTime})`, groups: ["first", "second", "third", "time"]};
}

const monthNames =
  "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?)";

/** The day that the parts of a date are, and the one that they are with day and month in the other order. */
function daysOf(format: DateFormat, parts: string, {century}: DateColumn): readonly [day: string, changed: string] {
  if (format.kind === "serial") {
    return [`DATE '${format.since}' + TRY_CAST(${parts}.first AS INTEGER)`, "NULL::DATE"];
  }
  const places = ["first", "second", "third"];
  const part = (...kinds: readonly DatePart[]): string =>
    `${parts}.${places[format.parts.findIndex((one) => kinds.includes(one))] ?? ""}`;
  const digits = part("year", "short-year");
  const year = hasShortYear(format) ? yearIn(century, digits) : digits;
  const isNamed = format.parts.includes("name");
  const dayOf = (month: string, day: string): string =>
    `try_strptime(${year} || '-' || ${month} || '-' || ${day}, '%Y-${isNamed ? "%b" : "%m"}-%d')::DATE`;
  const [day, month] = [part("day"), part("month", "name")];
  return [dayOf(month, day), isNamed ? "NULL::DATE" : dayOf(day, month)];
}

/** The year of two digits within the hundred years that begin with `century`. */
function yearIn(century: number | undefined, digits: string): string {
  if (century === undefined) throw new Error("a year of two digits was let pass without its century");
  return `(${century} + (TRY_CAST(${digits} AS INTEGER) - ${century % 100} + 100) % 100)::VARCHAR`;
}
