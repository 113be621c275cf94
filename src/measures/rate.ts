import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import type {Nothing} from "./grammar.ts";
import type {Counted} from "./ingredients.ts";
import {coordinates, name, referenceCell} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

const address = z.strictObject({measure: z.literal("rate"), population: name, at: coordinates, per: referenceCell});

/** Decimals of rates in a release. */
const decimals = 1;

/** A count over a published figure, per 1,000. It carries its count and rests on it. */
export const rate = defineMeasure({
  name: "rate",
  about: "population",
  grammar: {
    words: ["rate"],
    read: (): Nothing => ({}),
    isPer: true,
    hasTotals: false,
    filters: ["decimals", "capital", "otherwise"],
  },
  address,
  key: ({population, at, per: {reference, column, at: row}}) =>
    `rate ${population} [${placeKey(at)}] per ${reference}.${column} [${placeKey(row)}]`,
  addressAt: ({population, at, per}) => per && {measure: "rate" as const, population, at, per},
  named: () => "rate",
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "none",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  wants: ({at, per}) => [
    {kind: "count", at},
    {kind: "figure", at: per},
  ],
  gather: ({at, per}, given) => {
    const figure = given.figure(per);
    return {count: given.count(at), ...(figure && {value: figure.value})};
  },
  rounded: (counted, {address: {at}, count}) => ({...counted, count: count(at)}),
  publish: publishRate,
  standIn: (_, {everybody}) => ({status: "published", value: 10, count: everybody}),
  column: {heading: () => "Rate", beside: ["count"]},
  print: {as: "number", decimals, isFixed: true},
  unit: "per 1,000",
  comparison: "rates",
});

function publishRate({count, value}: Counted): Cell {
  if (value === undefined || value <= 0) return {status: "not-available"};
  return {status: "published", value: roundRatioHalfUp(1000 * count, value, decimals), count};
}
