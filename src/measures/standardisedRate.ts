import {z} from "zod";
import type {Cell} from "./cell.ts";
import {eventsInterval} from "./eventsInterval.ts";
import {readColumn, type NamedColumn, type SubjectReader} from "./grammar.ts";
import type {Counted, Given, Stratum, Wanted} from "./ingredients.ts";
import {name} from "./layout.ts";
import {defineMeasure} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";
import {
  namedWithUnit,
  rateScale,
  releasedUnit,
  unitKey,
  unitLayout,
  type AskedUnit,
  type RateScale,
} from "./rateUnit.ts";
import {
  acrossAt,
  acrossKey,
  acrossLayout,
  areCounted,
  asStandardised,
  decimals,
  eventsNeeded,
  figureAt,
  gatherStrata,
  grammarAcross,
  readAcross,
  standInFigures,
  sumOver,
  type AcrossKey,
  type FigureOf,
} from "./standardised.ts";

const address = z.strictObject({
  measure: z.literal("standardised-rate"),
  ...acrossLayout,
  weights: z.strictObject({reference: name, column: name}),
  ...unitLayout,
});
type Address = Readonly<z.output<typeof address>>;

/** Of so many people, where the query says no other number. */
const usual = 100_000;

/** A rate across a key, and the column of a standard population that weighs its categories. */
export interface RateAcross extends AcrossKey, AskedUnit {
  readonly weights: NamedColumn;
}

/**
 * A directly standardised rate of published figures: the rate that the people of a standard population would have, if in
 * each of their age groups as many events befell them as befell the people of the place; per 100,000 or another such
 * number, with Dobson's 95% interval. Fewer than ten events make none.
 *
 * Σ(w·x/n) / Σw, and around it √(Σ x(w/n)² / (Σw)² / X) times as far as Byar's limits of all X events are from X.
 *
 * Source: Dobson AJ, Kuulasmaa K, Eberle E, Scherer J, 1991, Confidence intervals for weighted sums of Poisson parameters,
 * Stat Med 10:457–462; Association of Public Health Observatories, 2008, Technical briefing 3.
 */
export const standardisedRate = defineMeasure({
  ...ofFigures,
  ...asStandardised,
  name: "standardised-rate",
  grammar: grammarAcross("standardised-rate", readRateAcross),
  address,
  key: (own) => acrossKey(own, `weighted ${own.weights.reference}.${own.weights.column}`) + unitKey(own),
  addressAt: (asked) => ({
    measure: "standardised-rate" as const,
    ...acrossAt(asked),
    weights: {reference: asked.subject.weights.reference, column: asked.subject.weights.column},
    ...releasedUnit(asked.subject, asked.months),
  }),
  named: ({column, over, across, weights: {reference, column: weight}, ...unit}) =>
    namedWithUnit(
      `standardised rate ${column} per ${over} across ${across} weighted ${reference}.${weight}`,
      unit,
      usual,
    ),
  wants: (own) =>
    own.strata.flatMap((stratum): readonly Wanted[] => [
      {kind: "figure", at: figureAt(own, {column: own.column, stratum})},
      {kind: "figure", at: figureAt(own, {column: own.over, stratum})},
      {kind: "figure", at: weightAt(own, stratum)},
    ]),
  gather: (own, given) => gather(own, given.figure),
  publish: publishRate,
  standIn: (own, made) => publishRate(gather(own, standInFigures(made))),
  column: {heading: (subject) => namedWithUnit("Standardised rate", subject, usual), beside: []},
  unit: "per 100,000",
});

function readRateAcross(reader: SubjectReader): RateAcross {
  const across = readAcross(reader, usual);
  if (!reader.takeWord("weighted")) {
    throw reader.faultAt(
      reader.offset,
      "the standard population is missing",
      "Write weighted and a reference of it, e.g. weighted european-standard.people",
    );
  }
  return {...across, weights: readColumn(reader)};
}

function weightAt({weights, across}: Address, stratum: string): Extract<Wanted, {kind: "figure"}>["at"] {
  return {...weights, at: {[across]: stratum}};
}

function gather(own: Address, figure: Given["figure"] | FigureOf): Counted {
  const strata = gatherStrata(own, figure, (stratum) => figure(weightAt(own, stratum))?.value);
  return {count: 0, scale: rateScale(own, usual), ...(strata && {strata})};
}

function publishRate({strata, scale = rateScale({}, usual)}: Counted): Cell {
  if (strata === undefined) return {status: "not-available"};
  const all = sumOver(strata, ({weight}) => weight);
  if (!areCounted(strata) || all <= 0) return {status: "not-applicable"};
  const events = sumOver(strata, (one) => one.events);
  const of = sumOver(strata, (one) => one.people);
  if (events < eventsNeeded) return {status: "not-applicable"};
  const rate = sumOver(strata, rateIn) / all;
  const spread = Math.sqrt(sumOver(strata, (one) => one.events * (one.weight / one.people) ** 2) / all ** 2 / events);
  const limits = eventsInterval(events);
  return {
    status: "published",
    value: rounded(rate, scale),
    count: events,
    of,
    lower: rounded(rate + spread * (limits.lower - events), scale),
    upper: rounded(rate + spread * (limits.upper - events), scale),
  };
}

function rateIn({events, people: of, weight}: Stratum): number {
  return (weight * events) / of;
}

function rounded(rate: number, {times, over}: RateScale): number {
  return Math.round((rate * times * 10 ** decimals) / over) / 10 ** decimals;
}
