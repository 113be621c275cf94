import fc from "fast-check";
import {expect, test} from "vitest";
import {spanSql} from "../../../../src/confidential/sources/files/spanSql.ts";
import {extract, form, reading} from "./smallProject.ts";

const units = ["years", "months", "weeks", "days"] as const;
type Day = readonly [year: number, month: number, day: number];

/** Completed units from one day to another by counting on from the first, one by one. */
function countedOn(unit: (typeof units)[number], from: Day, to: Day): number {
  const isOver = (count: number): boolean => isUpTo(later(unit, from, count), to);
  let count = 0;
  while (!isOver(count)) count -= 1;
  while (isOver(count + 1)) count += 1;
  return count;
}

/** The day on which so many units are over: a month that ends too early for its day is over on the first of the next. */
function later(unit: (typeof units)[number], [year, month, day]: Day, count: number): Day {
  if (unit === "days" || unit === "weeks") {
    const date = new Date(Date.UTC(year, month - 1, day + (unit === "weeks" ? 7 : 1) * count));
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  const months = year * 12 + month - 1 + (unit === "years" ? 12 : 1) * count;
  return [Math.floor(months / 12), (months % 12) + 1, day];
}

/** Days as they stand in the calendar; the thirty-first of a shorter month comes after all of its days. */
function isUpTo(one: Day, other: Day): boolean {
  const [a, b] = [one, other].map(([year, month, day]) => year * 10_000 + month * 100 + day) as [number, number];
  return a <= b;
}

const day = fc.integer({min: 0, max: 4 * 1461}).map((days): Day => {
  const date = new Date(Date.UTC(2003, 0, 1 + days));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
});
const written = ([year, month, date]: Day): string => `${String(year)}-${pad(month)}-${pad(date)}`;
const pad = (number: number): string => String(number).padStart(2, "0");

test("spans between any two days are those that one counts on the calendar", async () => {
  const pairs = [
    ...fc.sample(fc.tuple(day, day), {numRuns: 400, seed: 2}),
    ...([28, 29, 30, 31] as const).flatMap((date): [Day, Day][] => [
      [[2007, 1, date], [2007, 2, 28]], // prettier-ignore
      [[2007, 1, date], [2007, 3, 1]], // prettier-ignore
      [[2008, 1, date], [2008, 2, 29]], // prettier-ignore
      [[2007, 12, date], [2004, 2, 29]], // prettier-ignore
    ]),
  ];
  const forms = pairs.map(([from, to]) => form({SEEN: written(from), TRIAGED: written(to), DOB: ""}));
  const found = await reading(extract(...forms), async ({forms: table}, {connection}) => {
    const spans = units.map((unit) => spanSql({in: unit, from: "SEEN", to: "TRIAGED"}, table));
    const rows = await connection.runAndReadAll(`SELECT ${spans.join(", ")} FROM ${table.table} ORDER BY rowid`);
    return rows.getRows().map((row) => row.map(Number));
  });
  expect(found).toEqual(pairs.map(([from, to]) => units.map((unit) => countedOn(unit, from, to))));
});
