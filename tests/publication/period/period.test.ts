import {expect, test} from "vitest";
import {comparePeriods, mostApart} from "../../../src/publication/period/period.ts";

const year = {from: "2007-04-01", to: "2008-03-31"};
const quarters = [
  "2007-04-01 2007-06-30",
  "2007-07-01 2007-09-30",
  "2007-10-01 2007-12-31",
  "2008-01-01 2008-03-31",
].map((days) => ({from: days.slice(0, 10), to: days.slice(11)}));
const calendarYear = {from: "2007-01-01", to: "2007-12-31"};

test.each([
  ["is the same as itself", {...year}, "same"],
  ["lies around its first quarter", quarters[0]!, "around"],
  ["lies around its last", quarters[3]!, "around"],
  ["overlaps the calendar year", calendarYear, "overlapping"],
  ["is apart from the day after it", {from: "2008-04-01", to: "2008-04-01"}, "apart"],
  ["overlaps one that begins on its last day", {from: "2008-03-31", to: "2009-03-30"}, "overlapping"],
] as const)("a year %s", (_, other, relation) => {
  expect(comparePeriods(year, other)).toBe(relation);
});

test("a quarter lies within its year, and is apart from the next", () => {
  expect(comparePeriods(quarters[1]!, year)).toBe("within");
  expect(comparePeriods(quarters[1]!, quarters[2]!)).toBe("apart");
});

test("of periods that share days as many are kept as are apart, in their order", () => {
  expect(mostApart([...quarters].reverse(), (one) => one)).toEqual(quarters);
  expect(mostApart([year, ...quarters, calendarYear], (one) => one)).toEqual(quarters);
  expect(mostApart([year, calendarYear], (one) => one)).toEqual([calendarYear]);
});
