import {describe, expect, test} from "vitest";
import {studentLimit} from "../../src/audit/tells/studentLimit.ts";
import {measures, type Histogram} from "../../src/measures/index.ts";
import {studentQuantile} from "../../src/measures/studentQuantile.ts";

const {"estimated-mean": estimatedMean} = measures;
const address = {measure: "estimated-mean", population: "people", at: {}, variable: "wait"} as const;

function publish(numbers: readonly number[], decimals = 0) {
  const histogram: Histogram = new Map(
    [...Map.groupBy(numbers, (one) => one)].map(([number, alike]) => [number, alike.length]),
  );
  const given = {
    count: () => 0,
    numbers: () => histogram,
    decimals: () => decimals,
    mayBeBelowNought: () => false,
    floorOf: () => 0,
    countsPeople: true,
    figure: () => undefined,
  };
  return estimatedMean.publish(estimatedMean.gather(address, given), {});
}

describe("a mean and its interval are those of R's t.test", () => {
  const waits = [0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 15, 16, 18, 20, 21, 22, 25, 28, 31, 33, 40]; // prettier-ignore
  const ages = [...Array<number>(40).fill(21), ...Array<number>(35).fill(22), ...Array<number>(3).fill(60)];
  const pence = [50, 125, 125, 200, 375, 400, 450, 625, 700, 975, 1000, 1250];

  test.each([
    // 12.25, from 8.38962540751 to 16.1103745925
    {of: "32 waits", numbers: waits, decimals: 0, printed: {value: 12.3, lower: 8.4, upper: 16.1}},
    // 22.9487179487, from 21.2634889167 to 24.6339469808
    {
      of: "78 ages, three of them far off",
      numbers: ages,
      decimals: 0,
      printed: {value: 22.9, lower: 21.3, upper: 24.6},
    },
    // 5.22916666667, from 2.73924040639 to 7.71909292694
    {of: "12 sums of money", numbers: pence, decimals: 2, printed: {value: 5.229, lower: 2.739, upper: 7.719}},
    {of: "many alike", numbers: Array<number>(40).fill(7), decimals: 0, printed: {value: 7, lower: 7, upper: 7}},
  ])("of $of", ({numbers, decimals, printed}) => {
    expect(publish(numbers, decimals)).toEqual({status: "published", ...printed});
  });
});

test("Student's t is worked out in two ways, to the figures of R's qt", () => {
  const ofR = [[1, 12.7062047361747], [2, 4.30265272974946], [9, 2.2621571627982], [29, 2.0452296421327], [100, 1.98397151852355], [1000, 1.96233908082641], [1001, 1.96233670528088], [60000, 1.96000352318], [1000000, 1.95996635681]] as const; // prettier-ignore
  for (const [degrees, limit] of ofR) {
    expect(studentQuantile(degrees)).toBeCloseTo(limit, 9);
    expect(studentLimit(degrees)).toBeCloseTo(limit, 8);
  }
});

test("it needs more records than a mean", () => {
  const policy = {threshold: 5, meanNeeds: 10, intervalNeeds: 30, sumNeeds: 10, dominance: 10};
  const numbers = {aboveFloor: 300, largest: [20, 20]} as const;
  expect(estimatedMean.isOfTooFew({count: 29, ...numbers}, address, policy)).toBe(true);
  expect(estimatedMean.isOfTooFew({count: 30, ...numbers}, address, policy)).toBe(false);
  expect(estimatedMean.isOfTooFew({count: 30, aboveFloor: 64, largest: [60, 2]}, address, policy)).toBe(true);
});
