import {z} from "zod";
import type {Cell} from "./cell.ts";
import {readColumn} from "./grammar.ts";
import type {Figure} from "./ingredients.ts";
import {name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";
import {endingHeading, grammarOfRolling, placesEnding, rollingAt, rollingKey, rollingLayout} from "./rolling.ts";

const address = z.strictObject({measure: z.literal("rolling-value"), ...rollingLayout, column: name});
type Address = Readonly<z.output<typeof address>>;

/**
 * The sum of published figures of so many months that end with a period: `rolling-value 12 months of crimes.offences by
 * month`. It is exact to the last decimal of its figures, and not there where one of them is not.
 */
export const rollingValue = defineMeasure({
  ...ofFigures,
  name: "rolling-value",
  grammar: grammarOfRolling("rolling-value", readColumn, ["decimals", "nearest", "capital", "otherwise"]),
  address,
  key: (own) => rollingKey("rolling-value", `${own.column} `, own),
  addressAt: (asked) => {
    const own = rollingAt(asked);
    return own && {measure: "rolling-value" as const, ...own, column: asked.subject.column};
  },
  named: (subject) => `value ${subject.column} ${endingHeading(subject)}`,
  wants: (own) =>
    placesEnding(own).map((at) => ({kind: "figure", at: {reference: own.population, column: own.column, at}})),
  gather: (own, given) => {
    const figures = figuresOf(own, (at) => given.figure({reference: own.population, column: own.column, at}));
    return {count: 0, ...(figures && {value: sumOf(figures)})};
  },
  publish: ({value}) => cellOf(value),
  standIn: (own, {figureOf}) => {
    const figures = figuresOf(own, (at) => figureOf({population: own.population, column: own.column, at}));
    return cellOf(figures && sumOf(figures));
  },
  column: {heading: endingHeading, beside: []},
  print: {as: "column", decimals: 0, isFixed: false},
  unit: "of the column",
  comparison: "facts",
});

/** The figures that are added up; nothing where one is missing. */
function figuresOf(own: Address, figure: (at: Address["at"]) => Figure | undefined): readonly number[] | undefined {
  const figures = placesEnding(own).map((at) => figure(at)?.value);
  return figures.every((one) => one !== undefined) ? figures : undefined;
}

function cellOf(value: number | undefined): Cell {
  return value === undefined ? {status: "not-available"} : {status: "published", value};
}

/** Decimal fractions add up to no binary one: the sum has as many decimals as the longest of its figures. */
function sumOf(figures: readonly number[]): number {
  const decimals = Math.max(...figures.map((one) => String(one).split(".")[1]?.length ?? 0));
  return Number(figures.reduce((sum, one) => sum + one, 0).toFixed(decimals));
}
