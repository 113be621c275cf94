import {describePeriod} from "./describePeriod.ts";
import {monthNames} from "./monthNames.ts";
import type {Period} from "./period.ts";

/** Where years begin: in January, or in April. */
export type YearKind = "calendar" | "financial";

/** Into what time is divided: months, the quarters of a year, or years. */
export type PeriodKind =
  | {readonly in: "month"}
  | {readonly in: "quarter"; readonly year: YearKind}
  | {readonly in: "year"; readonly year: YearKind}
  | YearsEnding;

/** Years that end with what is counted, or so many months before its end, so that as much has passed since each of them. */
export interface YearsEnding {
  readonly in: "year";
  readonly year: "edition";
  readonly "months-before": number;
}

/** A month, a quarter or a year, or as much of it as lies in what is counted. */
export interface NamedPeriod extends Period {
  /** As queries write it: `2014-01`, `2013-14-q4` or `2014-q1`, `2013-14` or `2014`; `to-2013-09` of years that end with an edition. */
  readonly name: string;
  /** "January 2014", "Q4 2013/14" or "Q1 2014", "2013/14" or "2014"; of a part of one, its months. */
  readonly label: string;
  /** "January 2014", "January to March 2014", "year ending March 2014" or "2014"; of a part of one, its months. */
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * The periods of a kind that whole months lie in, in their order; the first and the last as far as they do. Years that end
 * some months before the last of them have none beyond.
 */
export function periodsWithin(kind: PeriodKind, {from, to}: Period): readonly NamedPeriod[] {
  const [first, last] = [monthNumber(from), monthNumber(to) - monthsBefore(kind)];
  const months = monthsOf(kind);
  const start = first - modulo(first - beginOf(kind, last), months);
  const count = Math.floor((last - start) / months) + 1;
  return Array.from({length: Math.max(0, count)}, (_, index) => {
    const begin = start + index * months;
    const [own, end] = [Math.max(begin, first), Math.min(begin + months - 1, last)];
    const span = {from: `${monthName(own)}-01`, to: lastDayOf(end)};
    const isWhole = own === begin && end === begin + months - 1;
    return {name: nameOf(kind, begin), ...span, ...(isWhole ? wordsOf(kind, begin) : partWords(span)), isWhole};
  });
}

/** Whether days begin with the first of a month and end with the last. */
export function isWholeMonths({from, to}: Period): boolean {
  return from.endsWith("-01") && lastDayOf(monthNumber(to)) === to;
}

/** The months that some days lie in, `2014-01`, in their order. */
export function monthsIn({from, to}: Period): readonly string[] {
  const first = monthNumber(from);
  return Array.from({length: monthNumber(to) - first + 1}, (_, index) => monthName(first + index));
}

function monthsOf(kind: PeriodKind): number {
  switch (kind.in) {
    case "month":
      return 1;
    case "quarter":
      return 3;
    case "year":
      return 12;
  }
}

function monthsBefore(kind: PeriodKind): number {
  return "months-before" in kind ? kind["months-before"] : 0;
}

/** A month with which such a period begins; of those that end with an edition, the one after their last. */
function beginOf(kind: PeriodKind, last: number): number {
  if (!("year" in kind)) return 0;
  return {calendar: 0, financial: 3, edition: last + 1}[kind.year];
}

/** Months since the year nought; January is the first of a year. */
function monthNumber(iso: string): number {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  return year * 12 + month - 1;
}

function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function lastDayOf(month: number): string {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${monthName(month)}-${String(days)}`;
}

/** The year that a period beginning with a month lies in, as names and labels write it, and its place among the quarters. */
function yearOf(
  year: YearKind,
  begin: number,
): {readonly name: string; readonly label: string; readonly quarter: number} {
  const first = Math.floor((begin - (year === "financial" ? 3 : 0)) / 12);
  const quarter = Math.floor(modulo(begin - (year === "financial" ? 3 : 0), 12) / 3) + 1;
  const next = String((first + 1) % 100).padStart(2, "0");
  const [name, label] =
    year === "financial" ? [`${String(first)}-${next}`, `${String(first)}/${next}`] : [first, first];
  return {name: String(name), label: String(label), quarter};
}

function nameOf(kind: PeriodKind, begin: number): string {
  if (kind.in === "month") return monthName(begin);
  if (kind.year === "edition") return `to-${monthName(begin + 11)}`;
  const {name, quarter} = yearOf(kind.year, begin);
  return kind.in === "year" ? name : `${name}-q${String(quarter)}`;
}

function wordsOf(kind: PeriodKind, begin: number): Pick<NamedPeriod, "label" | "text"> {
  const span = {from: `${monthName(begin)}-01`, to: lastDayOf(begin + monthsOf(kind) - 1)};
  if (kind.in === "month") return partWords(span);
  const last = begin + 11;
  const ending = `year ending ${monthNames[last % 12] ?? ""} ${String(Math.floor(last / 12))}`;
  if (kind.year === "edition") return {label: `Y${ending.slice(1)}`, text: ending};
  const {label, quarter} = yearOf(kind.year, begin);
  if (kind.in === "quarter") return {label: `Q${String(quarter)} ${label}`, text: partWords(span).text};
  return {label, text: kind.year === "financial" ? ending : label};
}

function partWords({from, to}: Period): Pick<NamedPeriod, "label" | "text"> {
  const {text} = describePeriod(from, to);
  return {label: text, text};
}

function modulo(number: number, by: number): number {
  return ((number % by) + by) % by;
}
