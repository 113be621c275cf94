import {z} from "zod";
import {placeKey} from "./coordinates.ts";
import {readColumn} from "./grammar.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";

const address = z.strictObject({measure: z.literal("value"), population: name, at: coordinates, column: name});

/** A figure of a reference, as printed at its source. It is about no record, and nothing protects it. */
export const value = defineMeasure({
  name: "value",
  about: "reference",
  grammar: {
    words: ["value"],
    read: readColumn,
    isPer: false,
    hasTotals: false,
    filters: ["decimals", "nearest", "capital", "otherwise"],
  },
  address,
  key: ({population, at, column}) => `value ${column} ${population} [${placeKey(at)}]`,
  addressAt: ({subject: {column}, population, at}) => ({measure: "value" as const, population, at, column}),
  named: ({column}) => `value ${column}`,
  besidePlaces: () => [],
  numberOf: () => undefined,
  base: "none",
  needsPart: false,
  restsOn: () => [],
  fewest: () => 0,
  ruleInWords: undefined,
  wants: ({population: reference, column, at}) => [{kind: "figure", at: {reference, column, at}}],
  gather: ({population: reference, column, at}, given) => {
    const figure = given.figure({reference, column, at});
    return {count: 0, ...(figure !== undefined && {value: figure})};
  },
  rounded: (counted) => counted,
  publish: ({value: figure}) =>
    figure === undefined ? {status: "not-available"} : {status: "published", value: figure},
  standIn: ({population, column, at}, {figureOf}) => {
    const figure = figureOf({population, column, at});
    return figure === undefined ? {status: "not-available"} : {status: "published", value: figure};
  },
  column: {heading: () => "Number", beside: []},
  print: {as: "column", decimals: 0, isFixed: false},
  unit: "of the column",
  comparison: "facts",
});
