import {expect, test} from "vitest";
import {describePeriod} from "../../../src/publication/report/describePeriod.ts";

test.each([
  ["2007-04-01", "2008-03-31", "2007/08", "April 2007 to March 2008"],
  ["2007-01-01", "2007-12-31", "2007", "January to December 2007"],
  ["2007-04-01", "2007-06-30", "April to June 2007", "April to June 2007"],
  ["2008-02-01", "2008-02-29", "February 2008", "February 2008"],
  ["2007-04-06", "2008-04-05", "6 April 2007 to 5 April 2008", "6 April 2007 to 5 April 2008"],
])("%s to %s is %s", (from, to, label, text) => {
  expect(describePeriod(from, to)).toEqual({label, text});
});
