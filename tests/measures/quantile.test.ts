import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {measures, type Histogram} from "../../src/measures/index.ts";

const {quantile} = measures;

/** The released quantile of some ages, as the measure makes it of their histogram. */
function quantileOf(ages: readonly number[], percent: number): unknown {
  const numbers: Histogram = new Map([...Map.groupBy(ages, (age) => age)].map(([age, all]) => [age, all.length]));
  const address = {measure: "quantile", population: "clients", at: {}, variable: "age", percent} as const;
  const none = () => {
    throw new Error("nothing else is asked");
  };
  return quantile.publish(
    quantile.gather(address, {
      numbers: () => numbers,
      decimals: () => 0,
      mayBeBelowNought: () => false,
      floorOf: () => 0,
      countsPeople: true,
      count: none,
      figure: none,
    }),
    {},
  );
}

describe("a median of whole years", () => {
  test.each([
    [[31], 31],
    [[20, 30, 40], 30],
    [[20, 30, 40, 50], 30],
    [[20, 20, 20, 90], 20],
  ])("of %j is %i, which somebody has", (ages, median) => {
    expect(quantileOf(ages, 50)).toEqual({status: "published", value: median});
  });

  test("of nobody does not apply", () => {
    expect(quantileOf([], 50)).toEqual({status: "not-applicable"});
  });
});

const ages = fc.array(fc.integer({min: 0, max: 110}), {minLength: 1, maxLength: 60});
const percents = fc.integer({min: 1, max: 99});

test("a quantile is the number at its place when all are put in order", () => {
  fc.assert(
    fc.property(ages, percents, (all, percent) => {
      const inOrder = all.toSorted((one, other) => one - other);
      const value = inOrder[Math.ceil((percent * all.length) / 100) - 1];
      expect(quantileOf(all, percent)).toEqual({status: "published", value});
    }),
  );
});

test("a higher quantile is never below a lower one", () => {
  fc.assert(
    fc.property(ages, percents, percents, (all, one, other) => {
      const [lower, higher] = [Math.min(one, other), Math.max(one, other)];
      const valueOf = (percent: number) => (quantileOf(all, percent) as {value: number}).value;
      expect(valueOf(lower)).toBeLessThanOrEqual(valueOf(higher));
    }),
  );
});

test.each([
  [50, 10],
  [25, 20],
  [75, 20],
  [90, 50],
  [99, 500],
  [33, 16],
])("a quantile of %i percent needs %i records where a mean needs ten", (percent, needs) => {
  const address = {measure: "quantile", population: "clients", at: {}, variable: "age", percent} as const;
  const policy = {threshold: 5, meanNeeds: 10, intervalNeeds: 30, sumNeeds: 10, dominance: 0};
  expect(quantile.isOfTooFew({count: needs - 1}, address, policy)).toBe(true);
  expect(quantile.isOfTooFew({count: needs}, address, policy)).toBe(false);
});
