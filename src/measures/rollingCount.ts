import {z} from "zod";
import type {Nothing} from "./grammar.ts";
import {defineMeasure} from "./measure.ts";
import {endingHeading, grammarOfRolling, placesEnding, rollingAt, rollingKey, rollingLayout} from "./rolling.ts";

const address = z.strictObject({measure: z.literal("rolling-count"), ...rollingLayout});

/**
 * The records of so many months that end with a period: `rolling-count 12 months of custody by month`. It is the sum of the
 * released counts of the periods that make these months, and of nothing else: where one of them is withheld it is, too, so
 * that two such sums tell no more than the counts that they are made of. Under a policy that rounds it is the sum of rounded
 * counts.
 */
export const rollingCount = defineMeasure({
  name: "rolling-count",
  about: "population",
  grammar: grammarOfRolling("rolling-count", (): Nothing => ({}), ["nearest", "spelt", "capital", "otherwise"]),
  address,
  key: (own) => rollingKey("rolling-count", "", own),
  addressAt: (asked) => {
    const own = rollingAt(asked);
    return own && {measure: "rolling-count" as const, ...own};
  },
  named: (subject) => `count ${endingHeading(subject)}`,
  besidePlaces: placesEnding,
  numberOf: () => undefined,
  base: "all",
  needsPart: false,
  restsOn: (own) => placesEnding(own).map((at) => ({measure: "count", population: own.population, at})),
  isOfTooFew: () => false,
  ruleInWords:
    "A count of several months that end with one is the sum of the counts of its months, and withheld where one of these is.",
  wants: (own) => placesEnding(own).map((at) => ({kind: "count", at})),
  gather: (own, given) => ({count: sumOf(placesEnding(own).map(given.count))}),
  rounded: (_, {address: own, count}) => ({count: sumOf(placesEnding(own).map(count))}),
  publish: ({count: value}) => ({status: "published", value}),
  standIn: ({periods}, {everybody}) => ({status: "published", value: everybody * periods.length}),
  column: {heading: endingHeading, beside: []},
  print: {as: "number", decimals: 0, isFixed: false},
  unit: "of the population",
  comparison: "counts",
});

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
