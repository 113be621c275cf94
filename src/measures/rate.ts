import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey, type Coordinates} from "./coordinates.ts";
import {eventsInterval} from "./eventsInterval.ts";
import type {Counted, Figure, FigurePlace} from "./ingredients.ts";
import {intervalOfQuotient} from "./intervalOfQuotient.ts";
import {coordinates, name, referenceCell, wholeOfAreas} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {namedWithUnit, rateScale, releasedUnit, unitKey, unitLayout, type AskedUnit} from "./rateUnit.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

const address = z.strictObject({
  measure: z.literal("rate"),
  population: name,
  at: coordinates,
  per: referenceCell,
  whole: wholeOfAreas.optional(),
  ...unitLayout,
});
type Address = Readonly<z.output<typeof address>>;

/** Of so many people, where the query says no other number. */
const usual = 1000;

/** Decimals of rates in a release. */
const decimals = 1;

/**
 * A count over a published figure, per 1,000 or another such number, or as many as there would be of it in a year. It
 * carries its count and rests on it. Its 95% interval is Byar's, exact below ten, and carries the bounds of a figure that
 * is an estimate. Where more people are counted than the figure has, it is no rate.
 *
 * That of the region as a whole counts everybody but those whom no area of the region has, by counts that are published
 * themselves; the figure is the region's own, or that of its areas added up.
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
  key: ({population, at, per: {reference, column, at: row}, whole, ...unit}) =>
    `rate ${population} [${placeKey(at)}]${wholeKey(whole)} per ${reference}.${column} [${placeKey(row)}]${unitKey(unit)}`,
  addressAt: ({subject, population, at, per, whole, months}) =>
    per && {
      measure: "rate" as const,
      ...{population, at, per},
      ...(whole && {whole}),
      ...releasedUnit(subject, months),
    },
  named: (subject) => namedWithUnit("rate", subject, usual),
  besidePlaces: takenOff,
  numberOf: () => undefined,
  base: "none",
  needsPart: false,
  restsOn: (own) => [own.at, ...takenOff(own)].map((at) => ({measure: "count", population: own.population, at})),
  // The counts of its places are told by the rules for counts; that of a region is printed nowhere else.
  isOfTooFew: ({count}, {whole}, {threshold}) => whole !== undefined && count > 0 && count < threshold,
  ruleInWords: undefined,
  wants: (own) => [
    ...[own.at, ...takenOff(own)].map((at) => ({kind: "count", at}) as const),
    ...rowsOf(own).map((at) => ({kind: "figure", at}) as const),
  ],
  gather: (own, given) => {
    const per = addedUp(rowsOf(own).map(given.figure));
    const {countsPeople: isOfPeople} = given;
    return {count: countOf(own, given.count), scale: rateScale(own, usual), isOfPeople, ...(per && {per})};
  },
  rounded: (counted, {address: own, count}) => ({...counted, count: countOf(own, count)}),
  publish: publishRate,
  standIn: (own, {everybody: count}) => publishRate({count, scale: rateScale(own, usual), per: {value: 100 * count}}),
  column: {heading: (subject) => namedWithUnit("Rate", subject, usual), beside: ["count"]},
  print: {as: "number", decimals, isFixed: true},
  unit: "per 1,000",
  comparison: "rates",
});

/** The places whose records no area of the region has; none of a rate that is of one place. */
function takenOff({at, whole}: Address): readonly Coordinates[] {
  return (whole?.without ?? []).map((category) => ({...at, [whole?.variable ?? ""]: category}));
}

function countOf(own: Address, count: (at: Coordinates) => number): number {
  return Math.max(
    0,
    takenOff(own).reduce((left, at) => left - count(at), count(own.at)),
  );
}

function wholeKey(whole: Address["whole"]): string {
  if (whole === undefined) return "";
  const {variable, without, rows} = whole;
  return ` all ${variable} but ${without.join("+")}${rows === undefined ? "" : ` of ${rows.key}=${rows.names.join("+")}`}`;
}

/** The rows that it is divided by: one, or all that add up to the region. */
function rowsOf({per, whole}: Address): readonly FigurePlace[] {
  const {rows} = whole ?? {};
  return rows === undefined ? [per] : rows.names.map((row) => ({...per, at: {...per.at, [rows.key]: row}}));
}

/** Several figures as one, whose bounds nobody knows where one of them is an estimate; nothing where one is missing. */
function addedUp(figures: readonly (Figure | undefined)[]): Figure | undefined {
  const [only, second] = figures;
  if (second === undefined) return figures.length === 1 ? only : undefined;
  const all = figures.filter((one) => one !== undefined);
  if (all.length < figures.length) return undefined;
  const isOpen = all.some(({lower, isOpen: isUnknown = false}) => isUnknown || lower !== undefined);
  return {value: Number(all.reduce((sum, {value}) => sum + value, 0).toPrecision(15)), ...(isOpen && {isOpen})};
}

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
