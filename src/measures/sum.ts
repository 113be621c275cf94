import {z} from "zod";
import {placeKey} from "./coordinates.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure, type FewestPolicy} from "./measure.ts";
import type {Counted} from "./ingredients.ts";
import {isDominated, summedUp} from "./summedUp.ts";

const address = z.strictObject({measure: z.literal("sum"), population: name, at: coordinates, variable: name});

/**
 * What a number comes to over those at a place who have one: `sum offences prison`. Exact, with as many decimals as the
 * number has. Only numbers that cannot be below nought are added up: with others a sum would not tell how far one of them
 * can be from it.
 *
 * It follows the count of the group, like a mean. It needs as many contributors as the policy asks, who are those above what
 * everybody is known to have, nought as a rule, or nobody among as many records; and no contributor who has nearly all of that.
 */
export const sum = defineMeasure({
  name: "sum",
  about: "population",
  grammar: {
    words: ["sum"],
    read: (reader) => ({variable: reader.expectName("the number to add up")}),
    isPer: false,
    hasTotals: true,
    filters: ["nearest", "capital", "otherwise"],
  },
  address,
  key: ({variable, population, at}) => `sum ${variable} ${population} [${placeKey(at)}]`,
  addressAt: ({subject: {variable}, population, at}) => ({measure: "sum" as const, population, at, variable}),
  named: ({variable}) => `sum ${variable}`,
  besidePlaces: () => [],
  numberOf: ({variable}) => variable,
  base: "known",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: (counted, _, policy) => isOfFewContributors(counted, policy) || isDominated(counted, policy.dominance),
  ruleInWords: undefined,
  wants: ({at, variable}) => [{kind: "numbers", at, of: variable}],
  gather: ({at, variable}, given) => ({
    ...summedUp(given.numbers(at, variable), variable, given),
    decimals: given.decimals(variable),
  }),
  rounded: (counted) => counted,
  publish: ({sum: total = 0, count, decimals = 0}, {known}) => {
    // Only a sum of nobody comes here without a record; of fewer than the policy asks it is withheld.
    if (count === 0) return {status: "not-applicable"};
    return {status: "published", value: total / 10 ** decimals, ...(known !== undefined && {of: known})};
  },
  standIn: (_, {everybody}) => ({status: "published", value: 3 * everybody, of: everybody}),
  column: {heading: () => "Sum", beside: []},
  print: {as: "number", decimals: 0, isFixed: true},
  unit: "of the number",
  comparison: "sums",
});

function isOfFewContributors({count, contributors = 0}: Counted, {sumNeeds}: FewestPolicy): boolean {
  return (contributors === 0 ? count : contributors) < sumNeeds;
}
