import {z} from "zod";
import {placeKey} from "./coordinates.ts";
import type {Nothing} from "./grammar.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";

const address = z.strictObject({measure: z.literal("count"), population: name, at: coordinates});

/** How many records stand at a place. What protects it are the rules for counts themselves. */
export const count = defineMeasure({
  name: "count",
  about: "population",
  grammar: {
    words: ["count"],
    read: (): Nothing => ({}),
    isPer: false,
    hasTotals: true,
    filters: ["nearest", "spelt", "capital", "otherwise"],
  },
  address,
  key: ({population, at}) => `count ${population} [${placeKey(at)}]`,
  addressAt: ({population, at}) => ({measure: "count" as const, population, at}),
  named: () => "count",
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "all",
  needsPart: false,
  restsOn: () => [],
  isOfTooFew: () => false,
  ruleInWords: undefined,
  wants: ({at}) => [{kind: "count", at}],
  gather: ({at}, given) => ({count: given.count(at)}),
  rounded: (counted, {address: {at}, count: roundedAt}) => ({...counted, count: roundedAt(at)}),
  publish: ({count: value}) => ({status: "published", value}),
  standIn: (_, {everybody}) => ({status: "published", value: everybody}),
  column: {heading: () => "Number", beside: []},
  print: {as: "number", decimals: 0, isFixed: false},
  unit: "of the population",
  comparison: "counts",
});
