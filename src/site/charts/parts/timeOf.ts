import {monthNames} from "../../../publication/index.ts";

/** Whole months: the first, and how many; months are counted from January of the year nought. */
type Months = readonly [first: number, count: number];

/**
 * The day in the middle of a period that a label names: "January 2014", "January to March 2014", "Q4 2013/14", "Q1 2014",
 * "2013/14", "2014". "Year ending March 2009" stands in its last month, as rolling years do. Nothing for any other label.
 */
export function timeOf(label: string): Date | undefined {
  const months = monthsIn(label);
  if (months === undefined) return undefined;
  const [first, count] = months;
  const day = 24 * 60 * 60 * 1000;
  return new Date(Math.floor((beginOf(first) + beginOf(first + count)) / 2 / day) * day);
}

/** The first day of a month that is written as `2003-04`. */
export function monthAt(written: string): {readonly day: Date; readonly label: string} | undefined {
  const [, year = "", number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(written) ?? [];
  if (number === undefined) return undefined;
  const month = Number(number) - 1;
  return {day: new Date(beginOf(Number(year) * 12 + month)), label: `${monthNames[month] ?? ""} ${year}`};
}

function beginOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12);
}

function monthsIn(label: string): Months | undefined {
  const [, quarter, year = "", next] = /^(?:Q([1-4]) )?(\d{4})(?:\/(\d\d))?$/.exec(label) ?? [];
  if (year !== "") {
    if (next !== undefined && Number(next) !== (Number(year) + 1) % 100) return undefined;
    const start = Number(year) * 12 + (next === undefined ? 0 : 3);
    return quarter === undefined ? [start, 12] : [start + 3 * (Number(quarter) - 1), 3];
  }
  const [, ending] = /^(?:year|12 months) ending (.+)$/i.exec(label) ?? [];
  if (ending !== undefined) return monthsIn(ending);
  const [, one = "", oneYear, other, lastYear = ""] =
    /^([A-Z][a-z]+)(?: (\d{4}))?(?: to ([A-Z][a-z]+))? (\d{4})$/.exec(label) ?? [];
  return spanOf([one, oneYear ?? lastYear], [other ?? one, lastYear]);
}

type NamedMonth = readonly [name: string, year: string];

function spanOf(from: NamedMonth, to: NamedMonth): Months | undefined {
  const [first, last] = [from, to].map(([name, year]) => {
    const month = monthNames.findIndex((one) => one === name);
    return month < 0 ? undefined : Number(year) * 12 + month;
  });
  return first === undefined || last === undefined || last < first ? undefined : [first, last - first + 1];
}
