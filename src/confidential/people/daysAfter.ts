import type {SpanUnit} from "../../publication/index.ts";

/** Days in a row, both ends among them, numbered from 1 January 1970; without end where one is infinite. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const millisecondsPerDay = 86_400_000;

/** The number of an ISO date. */
export function dayNumber(day: string): number {
  return Date.parse(day) / millisecondsPerDay;
}

/** The days between which and a day so many units are completed, as an extract's spans are. */
export function daysAfter(day: number, unit: SpanUnit, span: number): DayRange {
  return {from: dayWhenOver(day, unit, span), to: dayWhenOver(day, unit, span + 1) - 1};
}

/** The first day on which so many units since a day are over: of a month that is too short for it, the day after its last. */
export function dayWhenOver(day: number, unit: SpanUnit, span: number): number {
  switch (unit) {
    case "days":
      return day + span;
    case "weeks":
      return day + 7 * span;
    case "months":
      return monthsLater(day, span);
    case "years":
      return monthsLater(day, 12 * span);
  }
}

function monthsLater(day: number, months: number): number {
  const date = new Date(day * millisecondsPerDay);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 1)) / millisecondsPerDay;
}
