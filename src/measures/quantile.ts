import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import type {SubjectReader} from "./grammar.ts";
import {knownIn, type Counted, type Histogram} from "./ingredients.ts";
import {coordinates, name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

const percent = z.int().min(1).max(99);
const address = z.strictObject({
  measure: z.literal("quantile"),
  population: name,
  at: coordinates,
  variable: name,
  percent,
});

/** The percentage of the median. */
const median = 50;

/**
 * A quantile of a number over those at a place who have one: `median age prison`, `quantile 90 of age prison`. It is the
 * smallest number that at least so many percent have or are below, so that it is always a number that somebody has, and
 * never halfway between two.
 *
 * It follows the count of the group like a mean. It needs as many records that on its thinner side are half as many as a
 * mean needs: a median as many as a mean, a quantile of 90% five times as many.
 *
 * Source: the inverse of the empirical distribution function, definition 1 of Hyndman RJ, Fan Y, 1996, The American
 * Statistician 50:361–365; `percentile_disc` of SQL.
 */
export const quantile = defineMeasure({
  name: "quantile",
  about: "population",
  grammar: {
    words: ["median", "quantile"],
    read: readQuantile,
    isPer: false,
    hasTotals: false,
    filters: ["capital", "otherwise"],
  },
  address,
  key: (one) => `${titleOf(one)} ${one.population} [${placeKey(one.at)}]`,
  addressAt: ({subject: {variable, percent: part}, population, at}) => ({
    measure: "quantile" as const,
    population,
    at,
    variable,
    percent: part,
  }),
  named: titleOf,
  besidePlaces: () => [],
  numberOf: ({variable}) => variable,
  base: "known",
  needsPart: false,
  restsOn: ({population, at}) => [{measure: "count", population, at}],
  isOfTooFew: ({count}, {percent: part}, {meanNeeds}) =>
    count < Math.ceil((median * meanNeeds) / Math.min(part, 100 - part)),
  ruleInWords:
    "A median, or another quantile, is withheld with the counts that it rests on, and given where half as many people as a mean needs are on its thinner side.",
  wants: ({at, variable}) => [{kind: "numbers", at, of: variable}],
  gather: ({at, variable, percent: part}, given) => {
    const numbers = given.numbers(at, variable);
    const value = quantileOf(numbers, part);
    const decimals = given.decimals(variable);
    return {count: knownIn(numbers), decimals, ...(value !== undefined && {value})};
  },
  rounded: (counted) => counted,
  publish: (counted, {known}) => publishQuantile(counted, known),
  standIn: (_, {everybody}) => ({status: "published", value: 30, of: everybody}),
  column: {heading: ({percent: part}) => (part === median ? "Median" : `${String(part)}% quantile`), beside: ["known"]},
  print: {as: "number", decimals: 0, isFixed: true},
  unit: "of the number",
  comparison: "units",
});

/** Which quantile of which number. */
export interface QuantileSubject {
  readonly variable: string;
  /** So many percent have the number or are below; 50 for the median. */
  readonly percent: number;
}

function readQuantile(reader: SubjectReader, word: string): QuantileSubject {
  if (word === "median")
    return {variable: reader.expectName("the number of which the median is asked"), percent: median};
  const {offset} = reader;
  const text = reader.takeAnyWord()?.text ?? "";
  const part = /^[1-9]\d?$/.test(text) ? Number(text) : undefined;
  if (part === undefined || !reader.takeWord("of")) {
    const isNumber = part === undefined && /^[-+]?\d/.test(text);
    const what = isNumber ? `"${text}" is no percentage of a quantile` : "the percentage of the quantile is missing";
    const remedy = "Write it as a whole number from 1 to 99, then of, e.g. quantile 90 of age";
    throw reader.faultAt(offset, what, remedy);
  }
  return {variable: reader.expectName("the number of which the quantile is asked"), percent: part};
}

function titleOf({variable, percent: part}: QuantileSubject): string {
  return part === median ? `median ${variable}` : `quantile ${String(part)} of ${variable}`;
}

/** The smallest number that at least `part` percent have or are below; nothing where nobody has one. */
function quantileOf(numbers: Histogram, part: number): number | undefined {
  const known = knownIn(numbers);
  let below = 0;
  for (const [number, count] of [...numbers].sort(([one], [other]) => one - other)) {
    below += count;
    if (count > 0 && 100 * below >= part * known) return number;
  }
  return undefined;
}

function publishQuantile({value, count, decimals = 0}: Counted, known: number | undefined): Cell {
  // Only a quantile of nobody comes here without a record; of fewer than it needs it is withheld.
  if (value === undefined || count === 0) return {status: "not-applicable"};
  const number = roundRatioHalfUp(value, 10 ** decimals, decimals);
  return {status: "published", value: number, ...(known !== undefined && {of: known})};
}
