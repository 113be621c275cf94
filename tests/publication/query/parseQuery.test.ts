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
  const {measure, variable, populations} = parseQuery("mean age prison");
  expect([measure, variable, populations]).toEqual(["mean", "age", ["prison"]]);
});

test("a rate names the reference that it is divided by", () => {
  const query = parseQuery("rate community residence=kent per prevalence.estimate");
  expect(query.per).toEqual({reference: "prevalence", column: "estimate"});
});

test("a value asks a column of a reference", () => {
  const {populations, variable, at} = parseQuery("value prevalence.estimate area=kent");
  expect([populations, variable, at]).toEqual([["prevalence"], "estimate", {area: "kent"}]);
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
    ["", "10-who.md:4:7: a query is missing. Use one of: count, share, mean, rate, value."],
    ["share", "10-who.md:4:12: the population is missing. Write its name here."],
    ["share prison sex=male sex=female", '10-who.md:4:29: "sex" has two categories here. Name each variable once.'],
    ["count prison by sex, sex", '10-who.md:4:28: "sex" stands twice. Name each variable once.'],
    ["share prison by sex with totals", "10-who.md:4:32: totals belong to counts, not to a share. Remove with totals."],
    ["count Prison", '10-who.md:4:13: "Prison" is not a name. Names are lower-case letters, digits and hyphens.'],
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
