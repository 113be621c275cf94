import {expect, test} from "vitest";
import {describePeriod} from "../../../src/publication/period/describePeriod.ts";

test.each<[[string, string], {label: string; text: string}]>([
  [["2007-04-01", "2008-03-31"], {label: "2007/08", text: "April 2007 to March 2008"}],
  [["2007-01-01", "2007-12-31"], {label: "2007", text: "January to December 2007"}],
  [["2007-04-01", "2007-06-30"], {label: "April to June 2007", text: "April to June 2007"}],
  [["2008-02-01", "2008-02-29"], {label: "February 2008", text: "February 2008"}],
  [["2007-04-06", "2008-04-05"], {label: "6 April 2007 to 5 April 2008", text: "6 April 2007 to 5 April 2008"}],
])("%j is %j", ([from, to], printed) => {
  expect(describePeriod(from, to)).toEqual(printed);
});
