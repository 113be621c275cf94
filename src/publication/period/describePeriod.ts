import {monthNames} from "./monthNames.ts";

/** A day taken apart. `month` counts from 1. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * How a period between two ISO dates, both inclusive, is printed: a financial year is "2007/08" and "April 2007 to
 * March 2008", a calendar year is "2007" and "January to December 2007". Other periods are their months or days.
 */
export function describePeriod(from: string, to: string): {label: string; text: string} {
  const [start, end] = [dayOf(from), dayOf(to)];
  const text = textOf(start, end);
  if (!isWholeMonths(start, end)) return {label: text, text};
  const isYear = end.year * 12 + end.month - (start.year * 12 + start.month) === 11;
  if (isYear && start.month === 4) return {label: `${start.year}/${String(end.year).slice(2)}`, text};
  return {label: isYear && start.month === 1 ? String(start.year) : text, text};
}

/** An ISO date as it stands in a sentence: "18 June 2009". */
export function dateInWords(iso: string): string {
  return dayText(dayOf(iso));
}

/** A month, `2009-06`, as it stands in a sentence: "June 2009". */
export function monthInWords(month: string): string {
  return monthText(dayOf(month));
}

function dayOf(iso: string): Day {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return {year, month, day};
}

function isWholeMonths(start: Day, end: Day): boolean {
  const lastDay = new Date(Date.UTC(end.year, end.month, 0)).getUTCDate();
  return start.day === 1 && end.day === lastDay;
}

function textOf(start: Day, end: Day): string {
  if (!isWholeMonths(start, end)) return `${dayText(start)} to ${dayText(end)}`;
  if (start.year !== end.year) return `${monthText(start)} to ${monthText(end)}`;
  return start.month === end.month ? monthText(end) : `${monthNames[start.month - 1] ?? ""} to ${monthText(end)}`;
}

const monthText = ({month, year}: Day) => `${monthNames[month - 1] ?? ""} ${year}`;
const dayText = (day: Day) => `${day.day} ${monthText(day)}`;
