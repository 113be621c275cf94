import {describe, expect, test} from "vitest";
import {measures, type Figure} from "../../src/measures/index.ts";
import {expandQuery, parseQuery, type Vocabulary} from "../../src/publication/index.ts";
import {variable, vocabulary as small} from "../publication/vocabulary.ts";

const {rate} = measures;

/** A rate of so many, of a figure, as an address asks it. */
function rateOf(
  count: number,
  per: Figure,
  unit: {every?: 10_000 | 100_000; ofMonths?: number; people?: boolean} = {},
) {
  const {people = false, ...asked} = unit;
  const at = {area: "kent"};
  const address = {measure: "rate", population: "forms", at, per: {reference: "r", column: "c", at}, ...asked} as const;
  const given = {
    count: () => count,
    figure: () => per,
    countsPeople: people,
    numbers: () => new Map(),
    decimals: () => 0,
    mayBeBelowNought: () => false,
    floorOf: () => 0,
  };
  return rate.publish(rate.gather(address, given), {});
}

describe("a rate of counted records", () => {
  // R 4.2.2: Byar's formula, and poisson.test below ten, over the people, times the base.
  test.each([
    {count: 180, of: 46_500, unit: {every: 10_000} as const, is: [38.7, 33.3, 44.8]},
    {count: 7, of: 24_800, unit: {every: 100_000} as const, is: [28.2, 11.3, 58.2]},
    {count: 412, of: 812_000, unit: {ofMonths: 3}, is: [2.0, 1.8, 2.2]},
    {count: 0, of: 1200, unit: {every: 10_000, ofMonths: 3} as const, is: [0, 0, 123]},
  ])("of $count of $of people has the base and the interval that R gives it", ({count, of, unit, is}) => {
    const [value, lower, upper] = is;
    expect(rateOf(count, {value: of}, unit)).toEqual({status: "published", value, count, of, lower, upper});
  });

  test("carries the bounds of people who are an estimate, and has no interval where nobody knows them", () => {
    const known = rateOf(180, {value: 46_500});
    const estimated = rateOf(180, {value: 46_500, lower: 40_000, upper: 55_000});
    expect(known).toMatchObject({lower: 3.3, upper: 4.5});
    expect(estimated).toMatchObject({value: 3.9, lower: 3.1, upper: 4.8});
    expect(rateOf(180, {value: 46_500, isOpen: true})).not.toHaveProperty("lower");
  });

  test("is none of more people than there are, and any of forms", () => {
    expect(rateOf(30, {value: 25}, {people: true})).toEqual({status: "not-applicable"});
    expect(rateOf(25, {value: 25}, {people: true})).toMatchObject({value: 1000});
    expect(rateOf(30, {value: 25})).toMatchObject({value: 1200});
  });
});

test("a crude rate of people among people is none above everybody", () => {
  const figure = (value: number, isOfPeople: boolean): Figure => ({value, ...(isOfPeople && {isOfPeople})});
  const crude = (isOfPeople: boolean) =>
    measures["crude-rate"].publish({count: 0, figure: figure(30, isOfPeople), per: figure(25, true)}, {});
  expect(crude(true)).toEqual({status: "not-applicable"});
  expect(crude(false)).toMatchObject({value: 1200});
});

const quarters = {
  ...variable("quarter", ["2013-14-q3", "2013-14-q4"]),
  reads: {
    as: "period",
    column: "date",
    in: "quarter",
    selects: true,
    categories: {"2013-14-q3": ["2013-10-01", "2013-12-31"], "2013-14-q4": ["2014-01-01", "2014-03-31"]},
  },
} as const;
const contacts = {
  name: "contacts",
  label: "contacts",
  heading: "Contacts",
  unit: "forms",
  variables: [variable("area", ["kent", "surrey"]), quarters],
} as const;

function asked(text: string, period = {from: "2014-01-01", to: "2014-03-31"}) {
  const [prevalence] = small.references;
  const adults = {name: "adults", label: "Adults", unit: "people", decimals: 0};
  const references = [{...prevalence!, columns: [...prevalence!.columns, adults]}];
  const vocabulary: Vocabulary = {populations: [contacts, ...small.populations], references, period};
  return expandQuery(parseQuery(text), vocabulary).map(({address}) => address);
}

describe("the base of a rate", () => {
  test("stands before what it is divided by; the usual one is the same cell as none", () => {
    const [plain] = asked("rate contacts area=kent per prevalence.estimate");
    expect(plain).not.toHaveProperty("every");
    expect(asked("rate contacts area=kent per 1,000 prevalence.estimate")).toEqual([plain]);
    expect(asked("rate contacts area=kent per 10,000 prevalence.estimate")).toEqual([{...plain, every: 10_000}]);
    expect(() => asked("rate contacts area=kent per 5,000 prevalence.estimate")).toThrow(/not of 5,000 people/);
  });

  test("a count of a quarter is annualised by its months, of the edition's days or of the period asked", () => {
    const text = "rate contacts area=kent per prevalence.estimate annualised";
    expect(asked(text)).toEqual([expect.objectContaining({ofMonths: 3})]);
    expect(asked(text, {from: "2014-03-01", to: "2014-03-31"})).toEqual([expect.objectContaining({ofMonths: 1})]);
    const [year] = asked(text, {from: "2013-04-01", to: "2014-03-31"});
    expect(year).not.toHaveProperty("ofMonths");
    const byQuarter = asked(`rate contacts area=kent by quarter per prevalence.estimate annualised`);
    expect(byQuarter.map((one) => "ofMonths" in one && one.ofMonths)).toEqual([3, 3]);
  });

  test.each([
    ["rate community residence=kent per prevalence.estimate annualised", /counts every one of its clients once/],
    ["count contacts annualised", /"annualised" belongs to a rate/],
    ["crude-rate prevalence.estimate per adults area=kent annualised", /of which period the figures are/],
  ])("%s is refused", (text, message) => {
    expect(() => asked(text)).toThrow(message);
  });

  test("days that are no whole months, or more than a year, are refused", () => {
    const text = "rate contacts area=kent per prevalence.estimate annualised";
    expect(() => asked(text, {from: "2014-01-15", to: "2014-03-31"})).toThrow(/no year or part of one/);
    expect(() => asked(text, {from: "2012-04-01", to: "2014-03-31"})).toThrow(/no year or part of one/);
  });

  test("rates of two bases are not compared", () => {
    const claim = (text: string) => parseQuery(text);
    const [one, other] = [claim("rate contacts area=kent per prevalence.estimate"), claim("rate contacts area=kent per 10,000 prevalence.estimate")] as const; // prettier-ignore
    expect(rate.named(one as never)).toBe("rate");
    expect(rate.named(other as never)).toBe("rate per 10,000");
  });
});
