import {describe, expect, test} from "vitest";
import {measures, type Stratum} from "../../src/measures/index.ts";
import {exactInterval} from "../../src/measures/eventsInterval.ts";

const events = [4, 12, 30, 55, 41];
const people = [12_000, 15_500, 20_300, 9800, 4100];
const standard = [16_000, 25_000, 28_000, 20_000, 11_000];
const elsewhere = {events: [40, 150, 290, 500, 610], people: [130_000, 160_000, 190_000, 90_000, 50_000]};

const strataOf = (counts: readonly number[], weightAt: (at: number) => number): readonly Stratum[] =>
  counts.map((count, at) => ({events: count, people: people[at] ?? 0, weight: weightAt(at)}));
const standardAt = (at: number): number => standard[at] ?? 0;
const rateElsewhere = (at: number): number => (elsewhere.events[at] ?? 0) / (elsewhere.people[at] ?? 1);

// Expected numbers of this file: R 4.2.2, poisson.test and the formulas written out in R.

test.each([
  [0, 0, 3.68887945411],
  [12, 6.20057511, 20.96158504818],
  [577, 530.87424072, 626.060614886],
  [54_462, 54_005.5492328, 54_921.3492698],
])("%i events have the exact interval %f to %f", (count, lower, upper) => {
  const interval = exactInterval(count);
  expect(interval.lower).toBeCloseTo(lower, 6);
  expect(interval.upper / upper).toBeCloseTo(1, 9);
});

// The published one of National Indicator 38 in a case study: 577 offences where 426.3 were predicted.
test("an observed ratio is that of its two figures, with the exact interval of the count", () => {
  const ratio = measures["observed-ratio"].publish({count: 0, figure: {value: 577}, per: {value: 426.3}}, {});
  expect(ratio).toEqual({status: "published", value: 1.35, count: 577, of: 426.3, lower: 1.25, upper: 1.47});
  const half = measures["observed-ratio"].publish({count: 0, figure: {value: 12.5}, per: {value: 10}}, {});
  expect(half).toEqual({status: "not-applicable"});
});

describe("a standardised rate", () => {
  const rate = (strata?: readonly Stratum[]) =>
    measures["standardised-rate"].publish({count: 0, ...(strata && {strata})}, {});

  test("is the weighted rate per 100,000, with Dobson's interval", () => {
    expect(rate(strataOf(events, standardAt))).toEqual({
      status: "published",
      value: 288.3,
      count: 142,
      of: 61_700,
      lower: 241.5,
      upper: 341.3,
    });
  });
  test("is none of fewer than ten events, of events in parts, or of nobody", () => {
    const none = {status: "not-applicable"};
    expect(rate(strataOf([1, 2, 3, 2, 1], standardAt))).toEqual(none);
    expect(rate(strataOf([1, 2.5, 30, 2, 1], standardAt))).toEqual(none);
    expect(rate([{events: 20, people: 0, weight: 1}])).toEqual(none);
    expect(rate([{events: 20, people: 100, weight: 0}])).toEqual(none);
  });
  test("is not available where a figure of any age group is not", () => {
    expect(rate()).toEqual({status: "not-available"});
  });
});

describe("a standardised ratio", () => {
  const ratio = (counts: readonly number[]) =>
    measures["standardised-ratio"].publish({count: 0, strata: strataOf(counts, rateElsewhere)}, {});

  test("is 100 where as many events as expected were seen", () => {
    const cell = {status: "published", value: 92.4, count: 142, lower: 77.8, upper: 108.9};
    expect(ratio(events)).toEqual(cell);
  });
  test("has the exact interval of fewer than ten events", () => {
    expect(ratio([0, 1, 3, 2, 1])).toEqual({status: "published", value: 4.6, count: 7, lower: 1.8, upper: 9.4});
  });
});
