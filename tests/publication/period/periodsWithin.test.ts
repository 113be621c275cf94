import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  isWholeMonths,
  monthsIn,
  periodsWithin,
  type PeriodKind,
} from "../../../src/publication/period/periodsWithin.ts";

const financialYear = {from: "2013-04-01", to: "2014-03-31"};
const told = (kind: PeriodKind, from: string, to: string): readonly string[] =>
  periodsWithin(kind, {from, to}).map(({name, label, text}) => [name, label, text].join(" | "));

describe("the periods of what is counted are named as statistics write them:", () => {
  test("months", () => {
    expect(told({in: "month"}, "2013-12-01", "2014-02-28")).toEqual([
      "2013-12 | December 2013 | December 2013",
      "2014-01 | January 2014 | January 2014",
      "2014-02 | February 2014 | February 2014",
    ]);
  });

  test("quarters of financial years and of calendar years", () => {
    expect(told({in: "quarter", year: "financial"}, financialYear.from, financialYear.to)).toEqual([
      "2013-14-q1 | Q1 2013/14 | April to June 2013",
      "2013-14-q2 | Q2 2013/14 | July to September 2013",
      "2013-14-q3 | Q3 2013/14 | October to December 2013",
      "2013-14-q4 | Q4 2013/14 | January to March 2014",
    ]);
    expect(told({in: "quarter", year: "calendar"}, "2013-10-01", "2014-03-31")).toEqual([
      "2013-q4 | Q4 2013 | October to December 2013",
      "2014-q1 | Q1 2014 | January to March 2014",
    ]);
  });

  test("financial and calendar years, across a century too", () => {
    expect(told({in: "year", year: "financial"}, "2008-04-01", "2009-03-31")).toEqual([
      "2008-09 | 2008/09 | year ending March 2009",
    ]);
    expect(told({in: "year", year: "calendar"}, "2013-01-01", "2014-12-31")).toEqual([
      "2013 | 2013 | 2013",
      "2014 | 2014 | 2014",
    ]);
    expect(told({in: "year", year: "financial"}, "1999-04-01", "2000-03-31")[0]).toMatch(/^1999-00 \| 1999\/00 /);
  });

  test("years that end with what is counted, or some months before it, the first as far as it goes", () => {
    expect(told({in: "year", year: "edition", "months-before": 6}, "2012-01-01", "2014-03-31")).toEqual([
      "to-2012-09 | January to September 2012 | January to September 2012",
      "to-2013-09 | Year ending September 2013 | year ending September 2013",
    ]);
    expect(told({in: "year", year: "edition", "months-before": 0}, "2012-04-01", "2013-12-31")).toEqual([
      "to-2012-12 | April to December 2012 | April to December 2012",
      "to-2013-12 | Year ending December 2013 | year ending December 2013",
    ]);
    expect(told({in: "year", year: "edition", "months-before": 12}, "2013-04-01", "2014-03-31")).toEqual([]);
  });

  test("a part of one by its months", () => {
    expect(told({in: "year", year: "financial"}, "2012-04-01", "2013-12-31")).toEqual([
      "2012-13 | 2012/13 | year ending March 2013",
      "2013-14 | April to December 2013 | April to December 2013",
    ]);
  });
});

const kinds: readonly PeriodKind[] = [
  {in: "month"},
  ...(["calendar", "financial"] as const).flatMap((year): PeriodKind[] => [
    {in: "quarter", year},
    {in: "year", year},
  ]),
  {in: "year", year: "edition", "months-before": 0},
];

test("whatever months are counted, the periods of a kind hold each of them once, in their order", () => {
  const month = fc.integer({min: 1900 * 12, max: 2100 * 12});
  fc.assert(
    fc.property(month, fc.integer({min: 0, max: 60}), fc.constantFrom(...kinds), (first, length, kind) => {
      const day = new Date(Date.UTC(2000, 0, 1));
      day.setUTCFullYear(Math.floor(first / 12), first % 12, 1);
      const last = new Date(day);
      last.setUTCMonth(day.getUTCMonth() + length + 1, 0);
      const window = {from: day.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10)};
      const found = periodsWithin(kind, window);
      expect(isWholeMonths(window)).toBe(true);
      expect(found.flatMap(monthsIn)).toEqual(monthsIn(window));
      expect(found.every(isWholeMonths)).toBe(true);
      expect(new Set(found.map(({name}) => name)).size).toBe(found.length);
      const most = {month: 1, quarter: 3, year: 12}[kind.in];
      expect(found.every((one) => monthsIn(one).length <= most)).toBe(true);
      expect(found.every((one) => one.isWhole === (monthsIn(one).length === most))).toBe(true);
    }),
  );
});

test.each([
  [{from: "2013-04-01", to: "2014-03-31"}, true],
  [{from: "2012-02-01", to: "2012-02-29"}, true],
  [{from: "2012-02-01", to: "2012-02-28"}, false],
  [{from: "2013-04-06", to: "2014-03-31"}, false],
])("%j are whole months: %s", (period, isWhole) => {
  expect(isWholeMonths(period)).toBe(isWhole);
});
