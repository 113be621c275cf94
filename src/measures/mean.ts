import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import type {Counted} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";
import {isDominated, summedUp} from "./summedUp.ts";

const address = z.strictObject({measure: z.literal("mean"), population: name, at: coordinates, variable: name});

/** Decimals of means in a release, beyond those of their number. */
const furtherDecimals = 1;

/**
 * The mean of a number over those at a place who have one, to one decimal more than the number has. It follows the count of the group, and needs a number of
 * records itself, because the mean of a few tells of each.
 */
export const mean = defineMeasure({
  name: "mean",
  about: "population",
  grammar: {
    words: ["mean"],
    read: (reader) => ({variable: reader.expectName("the number to average")}),
    isPer: false,
    hasTotals: false,
    filters: ["decimals", "capital", "otherwise"],
  },
  address,
  key: ({variable, population, at}) => `mean ${variable} ${population} [${placeKey(at)}]`,
  addressAt: ({subject: {variable}, population, at}) => ({measure: "mean" as const, population, at, variable}),
  named: ({variable}) => `mean ${variable}`,
  besidePlaces: () => [],
  numberOf: ({variable}) => variable,
  base: "known",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: (counted, _, {meanNeeds, dominance}) => counted.count < meanNeeds || isDominated(counted, dominance),
  ruleInWords: undefined,
  wants: ({at, variable}) => [{kind: "numbers", at, of: variable}],
  gather: ({at, variable}, given) => {
    return {
      ...summedUp(given.numbers(at, variable), variable, given),
      decimals: given.decimals(variable),
    };
  },
  rounded: (counted) => counted,
  publish: (counted, {known}) => publishMean(counted, known),
  standIn: (_, {everybody}) => ({status: "published", value: 30, of: everybody}),
  column: {heading: () => "Mean", beside: ["known"]},
  print: {as: "number", decimals: furtherDecimals, isFixed: true},
  unit: "of the number",
  comparison: "tenths",
});

function publishMean({sum, count, decimals = 0}: Counted, known: number | undefined): Cell {
  // Only a mean of nobody comes here without a record; of fewer than the policy asks it is withheld.
  if (sum === undefined || count === 0) return {status: "not-applicable"};
  const value = roundRatioHalfUp(sum, count * 10 ** decimals, decimals + furtherDecimals);
  // The number averaged less the group are those of unknown age, often few: only a judged count may say it.
  return {status: "published", value, ...(known !== undefined && {of: known})};
}
