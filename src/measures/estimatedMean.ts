import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import {knownIn, type Counted, type Histogram} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
import {studentQuantile} from "./studentQuantile.ts";
import {isDominated, summedUp} from "./summedUp.ts";

const address = z.strictObject({
  measure: z.literal("estimated-mean"),
  population: name,
  at: coordinates,
  variable: name,
});

/** Decimals of means and their intervals in a release, beyond those of their number. */
const furtherDecimals = 1;

/**
 * A mean with its 95% t interval, where the records of the period are taken as some of many that the same services could
 * have had: `estimated-mean age contacts`. The interval tells how far the numbers lie apart, and with it the sum of their
 * squares, so that it needs more records than a mean.
 *
 * Source: Student's t for the mean of independent numbers with unknown variance; ISO 2854:1976, section 4.
 */
export const estimatedMean = defineMeasure({
  name: "estimated-mean",
  about: "population",
  grammar: {
    words: ["estimated-mean"],
    read: (reader) => ({variable: reader.expectName("the number to average")}),
    isPer: false,
    hasTotals: false,
    filters: ["with interval", "capital", "otherwise"],
  },
  address,
  key: ({variable, population, at}) => `estimated-mean ${variable} ${population} [${placeKey(at)}]`,
  addressAt: ({subject: {variable}, population, at}) => ({
    measure: "estimated-mean" as const,
    population,
    at,
    variable,
  }),
  named: ({variable}) => `estimated mean ${variable}`,
  besidePlaces: () => [],
  numberOf: ({variable}) => variable,
  base: "known",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: (counted, _, {intervalNeeds, dominance}) =>
    counted.count < intervalNeeds || isDominated(counted, dominance),
  ruleInWords: undefined,
  wants: ({at, variable}) => [{kind: "numbers", at, of: variable}],
  gather: ({at, variable}, given) => {
    const numbers = given.numbers(at, variable);
    return {
      ...summedUp(numbers, variable, given),
      variance: varianceOf(numbers),
      decimals: given.decimals(variable),
    };
  },
  rounded: (counted) => counted,
  publish: (counted, {known}) => publishEstimate(counted, known),
  standIn: (_, {everybody}) => ({status: "published", value: 30, of: everybody, lower: 28.5, upper: 31.5}),
  column: {heading: () => "Mean", beside: ["known"]},
  print: {as: "number", decimals: furtherDecimals, isFixed: true},
  unit: "of the number",
  comparison: "intervals",
});

/** Variance of numbers, in steps, over their count less one; worked out in whole numbers of any size. */
function varianceOf(numbers: Histogram): number {
  const count = BigInt(knownIn(numbers));
  if (count < 2n) return 0;
  let [sum, squares] = [0n, 0n];
  for (const [number, times] of numbers) {
    sum += BigInt(number) * BigInt(times);
    squares += BigInt(number) ** 2n * BigInt(times);
  }
  return Number(count * squares - sum * sum) / Number(count * (count - 1n));
}

function publishEstimate({sum, count, variance = 0, decimals = 0}: Counted, known: number | undefined): Cell {
  // Only a mean of nobody comes here without a record; of fewer than the policy asks it is withheld.
  if (sum === undefined || count < 2) return {status: "not-applicable"};
  const half = studentQuantile(count - 1) * Math.sqrt(variance / count);
  const scale = 10 ** furtherDecimals;
  const end = (beyond: number): number => Math.floor((sum / count + beyond) * scale + 0.5) / (scale * 10 ** decimals);
  return {
    status: "published",
    value: roundRatioHalfUp(sum, count * 10 ** decimals, decimals + furtherDecimals),
    ...(known !== undefined && {of: known}),
    lower: end(-half),
    upper: end(half),
  };
}
