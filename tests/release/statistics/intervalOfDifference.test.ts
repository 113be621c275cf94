import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {eventsInterval} from "../../../src/measures/eventsInterval.ts";
import {intervalOfDifference, pairedCorrelation} from "../../../src/release/statistics/intervalOfDifference.ts";
import {wilsonInterval} from "../../../src/measures/index.ts";

const estimate = (count: number, of: number) => ({value: count / of, ...wilsonInterval(count, of)});

describe("the hybrid score interval of two groups", () => {
  // Newcombe RG, 1998, Stat Med 17:873–890, Table II, method 10.
  test.each([
    {left: [56, 70], right: [48, 80], lower: 0.0524, upper: 0.3339},
    {left: [9, 10], right: [3, 10], lower: 0.1705, upper: 0.809},
    {left: [6, 7], right: [2, 7], lower: 0.0582, upper: 0.8062},
    {left: [5, 56], right: [0, 29], lower: -0.0381, upper: 0.1926},
    {left: [0, 10], right: [0, 20], lower: -0.1611, upper: 0.2775},
    {left: [0, 10], right: [0, 10], lower: -0.2775, upper: 0.2775},
    {left: [10, 10], right: [0, 20], lower: 0.6791, upper: 1},
    {left: [10, 10], right: [0, 10], lower: 0.6075, upper: 1},
  ] as const)("of $left less $right is $lower to $upper, as published", ({left, right, lower, upper}) => {
    const interval = intervalOfDifference(estimate(left[0], left[1]), estimate(right[0], right[1]), 0);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });
});

describe("the interval of two answers of one group", () => {
  test.each([
    // Newcombe RG, 1998, Stat Med 17:2635–2650, method 10.
    {counts: [36, 12, 2, 0], lower: 0.0569, upper: 0.3404, digits: 4},
    // Fagerland MW, Lydersen S, Laake P, 2014, Stat Med 33:2850–2875: hyper-responsiveness of 21 children.
    {counts: [1, 1, 7, 12], lower: -0.507, upper: -0.026, digits: 3},
  ] as const)("with $counts both, first, second, neither is $lower to $upper", ({counts, lower, upper, digits}) => {
    const [both, first, second, neither] = counts;
    const all = both + first + second + neither;
    const correlation = pairedCorrelation({both, first, second, neither});
    const interval = intervalOfDifference(estimate(both + first, all), estimate(both + second, all), correlation);
    expect(interval.lower).toBeCloseTo(lower, digits);
    expect(interval.upper).toBeCloseTo(upper, digits);
  });
});

test("the limits of a count of events are Byar's: 10 deaths, 4.8 to 18.4", () => {
  // The exact Poisson limits are 4.80 and 18.39.
  expect(eventsInterval(10).lower).toBeCloseTo(4.79, 2);
  expect(eventsInterval(10).upper).toBeCloseTo(18.39, 2);
  expect(eventsInterval(0).lower).toBe(0);
});

const ratio = fc.integer({min: 1, max: 5000}).chain((of) => fc.tuple(fc.integer({min: 0, max: of}), fc.constant(of)));
const correlation = fc.double({min: -1, max: 1, noNaN: true});

test("an interval holds its difference, mirrors when the sides change, and widens as the correlation falls", () => {
  fc.assert(
    fc.property(ratio, ratio, correlation, (one, other, r) => {
      const [left, right] = [estimate(...one), estimate(...other)];
      const interval = intervalOfDifference(left, right, r);
      const mirrored = intervalOfDifference(right, left, r);
      const widest = intervalOfDifference(left, right, -1);
      const difference = left.value - right.value;
      expect(interval.lower).toBeLessThanOrEqual(difference);
      expect(interval.upper).toBeGreaterThanOrEqual(difference);
      expect(mirrored.lower).toBeCloseTo(-interval.upper, 12);
      expect(widest.lower).toBeLessThanOrEqual(interval.lower + 1e-12);
      expect(widest.upper).toBeGreaterThanOrEqual(interval.upper - 1e-12);
    }),
  );
});
