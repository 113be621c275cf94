import {expect, test} from "vitest";
import {monthAt, timeOf} from "../../../src/site/charts/parts/timeOf.ts";

const dayOf = (label: string) => timeOf(label)?.toISOString().slice(0, 10);

test.each([
  ["2014", "2014-07-02"],
  ["2013/14", "2013-09-30"],
  ["1999/00", "1999-10-01"],
  ["Q1 2014", "2014-02-15"],
  ["Q4 2013/14", "2014-02-15"],
  ["Q1 2013/14", "2013-05-16"],
  ["February 2014", "2014-02-15"],
  ["January to March 2014", "2014-02-15"],
  ["December 2013 to January 2014", "2014-01-01"],
  ["year ending March 2009", "2009-03-16"],
])("%s stands at %s", (label, day) => {
  expect(dayOf(label)).toBe(day);
});

test.each(["18 to 29", "2013/15", "Q5 2014", "March to January 2014", "Marchember 2014", "2006 to 2007"])(
  "%s is no period",
  (label) => {
    expect(timeOf(label)).toBeUndefined();
  },
);

test("a month stands at its first day, in words", () => {
  expect(monthAt("2003-04")?.day.toISOString()).toBe("2003-04-01T00:00:00.000Z");
  expect(monthAt("2003-04")?.label).toBe("April 2003");
  expect(monthAt("2003-13")).toBeUndefined();
});
