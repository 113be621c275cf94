import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {measures, studentQuantile, type Histogram} from "../../../src/measures/index.ts";
import {differenceOf, type PlacedCell} from "../../../src/release/index.ts";
import {placed} from "./placed.ts";

const {"estimated-mean": estimatedMean} = measures;

/** A mean as a release publishes it of some numbers. */
function meanOf(query: string, numbers: readonly number[], from: Parameters<typeof placed>[2] = "this"): PlacedCell {
  const alike = Map.groupBy(numbers, (one) => one);
  const histogram: Histogram = new Map([...alike].map(([number, {length}]) => [number, length]));
  const given = {
    count: () => 0,
    numbers: () => histogram,
    decimals: () => 0,
    mayBeBelowNought: () => false,
    floorOf: () => 0,
    figure: () => undefined,
    countsPeople: true,
  };
  const address = {measure: "estimated-mean", population: "prison", at: {}, variable: "age"} as const;
  const cell = estimatedMean.publish(estimatedMean.gather(address, given), {known: numbers.length});
  if (cell.status !== "published") throw new Error("there is no mean of these");
  return placed(`estimated-mean age ${query}`, cell, from);
}

const young = Array.from({length: 50}, (_, at) => ((at * 7) % 31) + 4);
const old = Array.from({length: 40}, (_, at) => ((at * 11) % 53) + 9);

describe("the difference of two means", () => {
  test("of two groups has the interval of R's t.test, rounded outwards by what the rounding of both can hide", () => {
    // 18.64 less 34.025: −15.385, from −21.01472926999 to −9.75527073001 on 59.43 degrees of freedom.
    const {among} = differenceOf(meanOf("prison sex=male", young), meanOf("prison sex=female", old)) ?? {};
    expect(among).toEqual({amount: -15.4, lower: -21.2, upper: -9.6, decimals: 1});
  });

  test("is the same the other way round", () => {
    const {among} = differenceOf(meanOf("prison sex=female", old), meanOf("prison sex=male", young)) ?? {};
    expect(among).toEqual({amount: 15.4, lower: 9.6, upper: 21.2, decimals: 1});
  });

  test("of two populations and of two editions is that of two groups", () => {
    const [men, women] = [meanOf("prison sex=male", young), meanOf("prison sex=female", old)];
    const groups = differenceOf(men, women);
    expect(differenceOf(meanOf("prison", young), meanOf("community", old))).toEqual(groups);
    expect(differenceOf(meanOf("prison", young), meanOf("prison", old, "before"))).toEqual(groups);
  });

  test("of groups that may overlap is as wide as any correlation makes it", () => {
    // Half the widths of both intervals, 2.65 and 5.1, and as much again as rounding hides.
    const {among} = differenceOf(meanOf("prison sex=male", young), meanOf("prison plan=yes", old)) ?? {};
    expect(among).toEqual({amount: -15.4, lower: -23.3, upper: -7.5, decimals: 1});
  });

  test("is none where a mean has no interval, or nobody knows of how many it is", () => {
    const known = meanOf("prison sex=male", young);
    const bare = placed("mean age prison sex=female", {value: 34, of: 40});
    const uncounted = {...meanOf("prison sex=female", old).cell};
    delete (uncounted as {of?: number}).of;
    expect(differenceOf(bare, bare)).toBeUndefined();
    expect(differenceOf(known, {...bare, cell: uncounted})).toBeUndefined();
  });
});

test("the interval of two groups is never narrower than Welch's of their records, and hardly wider", () => {
  const numbers = fc.array(fc.integer({min: 0, max: 60}), {minLength: 30, maxLength: 90});
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const {among} = differenceOf(meanOf("prison sex=male", one), meanOf("prison sex=female", other)) ?? {};
      const {lower, upper} = welchOf(one, other);
      expect(among!.lower).toBeLessThanOrEqual(lower + 1e-9);
      expect(among!.upper).toBeGreaterThanOrEqual(upper - 1e-9);
      expect(among!.upper - among!.lower).toBeLessThan(upper - lower + 0.7);
    }),
    {numRuns: 300},
  );
});

/** Welch's interval of records, with the larger of two whole degrees of freedom: the narrower of both. */
function welchOf(one: readonly number[], other: readonly number[]): {readonly lower: number; readonly upper: number} {
  const [a, b] = [one, other].map((numbers) => {
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
    return {mean, variance: squares / (numbers.length - 1) / numbers.length, degrees: numbers.length - 1};
  }) as [Spread, Spread];
  const variance = a.variance + b.variance;
  const difference = a.mean - b.mean;
  if (variance === 0) return {lower: difference, upper: difference};
  const degrees = variance ** 2 / (a.variance ** 2 / a.degrees + b.variance ** 2 / b.degrees);
  const half = studentQuantile(Math.ceil(degrees)) * Math.sqrt(variance);
  return {lower: difference - half, upper: difference + half};
}

interface Spread {
  readonly mean: number;
  readonly variance: number;
  readonly degrees: number;
}
