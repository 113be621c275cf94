import {z} from "zod";
import {placeKey} from "./coordinates.ts";
import type {Cell} from "./cell.ts";
import {readColumn} from "./grammar.ts";
import {figureIn, type Figure} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";

const address = z.strictObject({measure: z.literal("value"), population: name, at: coordinates, column: name});

/**
 * A figure of a reference, as printed at its source, with the bounds that the source gives an estimate. It is about no
 * record, and nothing protects it.
 */
export const value = defineMeasure({
  ...ofFigures,
  name: "value",
  grammar: {
    words: ["value"],
    read: readColumn,
    isPer: false,
    hasTotals: false,
    filters: ["decimals", "nearest", "with interval", "capital", "otherwise"],
  },
  address,
  key: ({population, at, column}) => `value ${column} ${population} [${placeKey(at)}]`,
  addressAt: ({subject: {column}, population, at}) => ({measure: "value" as const, population, at, column}),
  named: ({column}) => `value ${column}`,
  wants: ({population: reference, column, at}) => [{kind: "figure", at: {reference, column, at}}],
  gather: ({population: reference, column, at}, given) => ({count: 0, ...figureIn(given, {reference, column, at})}),
  publish: ({figure}) => figureCell(figure),
  standIn: ({population, column, at}, {figureOf}) => figureCell(figureOf({population, column, at})),
  column: {heading: () => "Number", beside: []},
  print: {as: "column", decimals: 0, isFixed: false},
  unit: "of the column",
  comparison: "facts",
});

function figureCell(figure: Figure | undefined): Cell {
  if (figure === undefined) return {status: "not-available"};
  const {value: number, lower, upper} = figure;
  return {status: "published", value: number, ...(lower !== undefined && upper !== undefined && {lower, upper})};
}
