import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey} from "./coordinates.ts";
import {eventsInterval} from "./eventsInterval.ts";
import type {Counted, Figure} from "./ingredients.ts";
import {intervalOfQuotient} from "./intervalOfQuotient.ts";
import {coordinates, name, referenceCell} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {namedWithUnit, rateScale, releasedUnit, unitKey, unitLayout, type AskedUnit} from "./rateUnit.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

const address = z.strictObject({
  measure: z.literal("rate"),
  population: name,
  at: coordinates,
  per: referenceCell,
  ...unitLayout,
});

/** Of so many people, where the query says no other number. */
const usual = 1000;

/** Decimals of rates in a release. */
const decimals = 1;

/**
 * A count over a published figure, per 1,000 or another such number, or as many as there would be of it in a year. It
 * carries its count and rests on it. Its 95% interval is Byar's, exact below ten, and carries the bounds of a figure that
 * is an estimate. Where more people are counted than the figure has, it is no rate.
 */
export const rate = defineMeasure({
  name: "rate",
  about: "population",
  grammar: {
    words: ["rate"],
    read: (): AskedUnit => ({}),
    isPer: true,
    hasTotals: false,
    filters: ["decimals", "with interval", "capital", "otherwise"],
  },
  address,
  key: ({population, at, per: {reference, column, at: row}, ...unit}) =>
    `rate ${population} [${placeKey(at)}] per ${reference}.${column} [${placeKey(row)}]${unitKey(unit)}`,
  addressAt: ({subject, population, at, per, months}) =>
    per && {measure: "rate" as const, population, at, per, ...releasedUnit(subject, months)},
  named: (subject) => namedWithUnit("rate", subject, usual),
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
  gather: ({at, per, ...unit}, given) => {
    const figure = given.figure(per);
    const {countsPeople: isOfPeople} = given;
    return {count: given.count(at), scale: rateScale(unit, usual), isOfPeople, ...(figure && {per: figure})};
  },
  rounded: (counted, {address: {at}, count}) => ({...counted, count: count(at)}),
  publish: publishRate,
  standIn: (own, {everybody: count}) => publishRate({count, scale: rateScale(own, usual), per: {value: 100 * count}}),
  column: {heading: (subject) => namedWithUnit("Rate", subject, usual), beside: ["count"]},
  print: {as: "number", decimals, isFixed: true},
  unit: "per 1,000",
  comparison: "rates",
});

function publishRate({count, per, isOfPeople = false, scale = rateScale({}, usual)}: Counted): Cell {
  if (per === undefined || per.value <= 0) return {status: "not-available"};
  if (isOfPeople && count > per.value) return {status: "not-applicable"};
  const {times, over} = scale;
  const counted: Figure = {value: count, ...eventsInterval(count)};
  return {
    status: "published",
    value: roundRatioHalfUp(times * count, over * per.value, decimals),
    count,
    of: per.value,
    ...intervalOfQuotient(counted, per, {scale, decimals}),
  };
}
