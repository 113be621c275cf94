import {describe, expect, test} from "vitest";
import {parseQuery, PublicationError} from "../../../src/publication/index.ts";

const start = {file: "10-who.md", line: 4, column: 7};

function messageOf(text: string): string {
  try {
    parseQuery(text, start);
  } catch (error) {
    if (error instanceof PublicationError) return error.message;
    throw error;
  }
  return "";
}

test("a share of one sex is read with its population and place", () => {
  expect(parseQuery("share prison sex=female")).toEqual({
    measure: "share",
    populations: ["prison"],
    at: {sex: "female"},
    by: [],
    within: [],
    among: {},
    amongStated: false,
    totals: false,
    edition: "this",
    text: "share prison sex=female",
  });
});

test("several populations stand side by side", () => {
  expect(parseQuery("share prison, community by sex").populations).toEqual(["prison", "community"]);
});

test("a category within which a share is taken is its base", () => {
  const query = parseQuery("share community sex=male within area-of-contact=kent");
  expect([query.among, query.within]).toEqual([{"area-of-contact": "kent"}, []]);
});

test("a variable within which shares are taken is spread", () => {
  const query = parseQuery("share community sex=male within area-of-contact");
  expect([query.among, query.within]).toEqual([{}, ["area-of-contact"]]);
});

test("the base may be those stated among some of the population", () => {
  const query = parseQuery("share prison sex=male among stated ppo=yes");
  expect([query.amongStated, query.among]).toEqual([true, {ppo: "yes"}]);
});

test("a mean names the number averaged", () => {
  expect(parseQuery("mean age prison")).toMatchObject({measure: "mean", variable: "age", populations: ["prison"]});
});

test("a median is the quantile that half have or are below", () => {
  const asked = {measure: "quantile", variable: "age", percent: 50, populations: ["prison"], at: {sex: "male"}};
  expect(parseQuery("median age prison sex=male")).toMatchObject(asked);
  expect(parseQuery("quantile 50 of age prison sex=male")).toMatchObject(asked);
});

test("a quantile names its percentage and its number", () => {
  expect(parseQuery("quantile 90 of age prison")).toMatchObject({measure: "quantile", variable: "age", percent: 90});
});

test("a query knows where each of its names stands", () => {
  const names = parseQuery("median age\n  prison", start).names?.map(({name, position: {line, column}}) => [
    name,
    line,
    column,
  ]);
  expect(names).toEqual([
    ["age", 4, 14],
    ["prison", 5, 3],
  ]);
});

test("a rate names the reference that it is divided by", () => {
  const query = parseQuery("rate community residence=kent per prevalence.estimate");
  expect(query).toMatchObject({per: {reference: "prevalence", column: "estimate"}});
});

test("a value asks a column of a reference", () => {
  const asked = {populations: ["prevalence"], column: "estimate", at: {area: "kent"}};
  expect(parseQuery("value prevalence.estimate area=kent")).toMatchObject(asked);
});

test("a cross-table may have totals", () => {
  const {by, totals} = parseQuery("count prison by prison-of-contact, residence with totals");
  expect([by, totals]).toEqual([["prison-of-contact", "residence"], true]);
});

test("a query may ask another edition", () => {
  expect(parseQuery("share prison sex=male in south-east-2007-08").edition).toBe("south-east-2007-08");
});

test("white space does not make another query", () => {
  expect(parseQuery(" share  prison\n sex=male ").text).toBe("share prison sex=male");
});

test("a query knows where it stands", () => {
  expect(parseQuery("  count prison", start).position).toEqual({file: "10-who.md", line: 4, column: 9});
});

describe("a query that cannot be read", () => {
  test.each([
    ["shar prison", '10-who.md:4:7: "shar" is not a measure. Did you mean "share"? Correct the name.'],
    [
      "",
      "10-who.md:4:7: a query is missing. Use one of: count, share, mean, estimated-mean, median, quantile, sum, rate, value, proportion, crude-rate, observed-ratio, standardised-rate, standardised-ratio, rolling-count, rolling-value, indicator, target, benchmark.",
    ],
    ["share", "10-who.md:4:12: the population is missing. Write its name here."],
    ["share prison sex=male sex=female", '10-who.md:4:29: "sex" has two categories here. Name each variable once.'],
    ["count prison by sex, sex", '10-who.md:4:28: "sex" stands twice. Name each variable once.'],
    [
      "share prison by sex with totals",
      "10-who.md:4:32: totals belong to counts and sums, not to a share. Remove with totals.",
    ],
    ["count Prison", '10-who.md:4:13: "Prison" is not a name. Names are lower-case letters, digits and hyphens.'],
    [
      "quantile 90% of age prison",
      '10-who.md:4:16: "90%" is no percentage of a quantile. Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age.',
    ],
    [
      "quantile 100 of age prison",
      '10-who.md:4:16: "100" is no percentage of a quantile. Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age.',
    ],
    [
      "quantile 0 of age prison",
      '10-who.md:4:16: "0" is no percentage of a quantile. Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age.',
    ],
    [
      "quantile 1e1 of age prison",
      '10-who.md:4:16: "1e1" is no percentage of a quantile. Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age.',
    ],
    [
      "quantile of age prison",
      "10-who.md:4:16: the percentage of the quantile is missing. Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age.",
    ],
    ["median age", "10-who.md:4:17: the population is missing. Write its name here."],
    [
      "median age prison per prevalence.estimate",
      '10-who.md:4:29: "per" belongs to a rate, not to a quantile. Ask for a rate, or remove it.',
    ],
    [
      "median age prison by sex with totals",
      "10-who.md:4:37: totals belong to counts and sums, not to a quantile. Remove with totals.",
    ],
    [
      "rate prison by residence",
      "10-who.md:4:31: a rate needs what it is divided by. End it with per and a reference, e.g. per prevalence.estimate.",
    ],
    [
      "count prison\n  sex = male",
      '10-who.md:5:3: "sex" is not expected here. See the query language in docs/writing-a-report.md.',
    ],
  ])("%j is refused where it goes wrong", (text, message) => {
    expect(messageOf(text)).toBe(message);
  });
});
