import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey, type Coordinates} from "./coordinates.ts";
import {readColumn, type NamedColumn, type SubjectReader} from "./grammar.ts";
import type {Counted, Figure, Given, Wanted} from "./ingredients.ts";
import type {Interval} from "./interval.ts";
import {estimateOf, intervalOfQuotient} from "./intervalOfQuotient.ts";
import {coordinates, name} from "./layout.ts";
import type {AskedAt, StandIn} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";
import {
  rateScale,
  readEvery,
  releasedUnit,
  unitKey,
  unitLayout,
  type AskedUnit,
  type RateBase,
  type RateScale,
  type ReleasedUnit,
} from "./rateUnit.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

/** One column of a reference over another one of the same row. */
export interface QuotientOf extends NamedColumn, AskedUnit {
  /** The column that the other one is divided by. */
  readonly over: string;
}

/** What is the same of every measure that divides one figure by another. */
export function quotientOf<const Measure extends string>(measure: Measure, word: string, rule: QuotientRule) {
  return {
    ...ofFigures,
    name: measure,
    grammar: {
      words: [measure],
      read: (reader: SubjectReader): QuotientOf => readQuotient(reader, word, rule),
      isPer: false as const,
      hasTotals: false,
      filters: ["with interval", "capital", "otherwise"] as const,
    },
    address: quotientLayout(measure),
    key: (own: QuotientAddress): string => quotientKey(word, own),
    addressAt: (asked: AskedAt<QuotientOf>) => quotientAt(measure, asked),
    wants: wantedFor,
    gather: (own: QuotientAddress, given: Given) => gatherQuotient(own, given.figure, rule),
    publish: (counted: Counted): Cell => publishQuotient(counted, rule),
    standIn: (own: QuotientAddress, {figureOf}: StandIn): Cell => {
      const figureAt: Given["figure"] = ({reference, ...place}) => figureOf({population: reference, ...place});
      return publishQuotient(gatherQuotient(own, figureAt, rule), rule);
    },
    comparison: "intervals" as const,
  };
}

/** Layout of the address of a quotient. */
function quotientLayout<const Measure extends string>(measure: Measure) {
  return z.strictObject({
    measure: z.literal(measure),
    population: name,
    at: coordinates,
    column: name,
    over: name,
    ...unitLayout,
  });
}

/** An address of a quotient, whichever measure it is. */
interface QuotientAddress extends ReleasedUnit {
  readonly measure: string;
  readonly population: string;
  readonly at: Coordinates;
  readonly column: string;
  readonly over: string;
}

function quotientAt<const Measure extends string>(
  measure: Measure,
  {subject: {column, over, ...unit}, population, at, months}: AskedAt<QuotientOf>,
) {
  return {measure, population, at, column, over, ...releasedUnit(unit, months)};
}

function quotientKey(word: string, {measure, population, at, column, over, ...unit}: QuotientAddress): string {
  return `${measure} ${column} ${word} ${over} ${population} [${placeKey(at)}]${unitKey(unit)}`;
}

/** Reads `reference.column of column`, with the word that a measure puts between them, and of a rate its base. */
function readQuotient(reader: SubjectReader, word: string, {scale}: Pick<QuotientRule, "scale">): QuotientOf {
  const column = readColumn(reader);
  if (!reader.takeWord(word)) {
    throw reader.faultAt(
      reader.offset,
      `what ${column.reference}.${column.column} is divided by is missing`,
      `Write ${word} and another column of ${column.reference}, e.g. ${word} estimate`,
    );
  }
  const every = typeof scale === "number" ? {} : readEvery(reader, scale.usual);
  return {...column, ...every, over: reader.expectName("the column that it is divided by")};
}

function wantedFor({population: reference, at, column, over}: QuotientAddress): readonly Wanted[] {
  return [
    {kind: "figure", at: {reference, column, at}},
    {kind: "figure", at: {reference, column: over, at}},
  ];
}

function gatherQuotient(
  {population: reference, at, column, over, ...unit}: QuotientAddress,
  figureAt: Given["figure"],
  {scale}: QuotientRule,
): Counted {
  const [figure, per] = [figureAt({reference, column, at}), figureAt({reference, column: over, at})];
  return {count: 0, scale: printedAs(unit, scale), ...(figure && {figure}), ...(per && {per})};
}

function printedAs(unit: ReleasedUnit, scale: QuotientRule["scale"]): RateScale {
  return typeof scale === "number" ? {times: scale, over: 1} : rateScale(unit, scale.usual);
}

/** How a measure makes its number of two figures. */
export interface QuotientRule {
  /** What one over one is printed as: 100 for percent; of a rate the people that it usually is of. */
  readonly scale: number | {readonly usual: RateBase};
  /** Decimals of the number and its interval in a release. */
  readonly decimals: number;
  /** Whether there is such a number of these two at all. */
  readonly isPossible: (figure: Figure, per: Figure) => boolean;
  /** Interval of the figure that is a plain count, in its own units. */
  readonly ofCount: (count: number, per: number) => Interval;
  /** The largest that it can be, as printed. */
  readonly most: number;
}

/**
 * A quotient as released, in its unit, rounded half up, with the 95% interval that carries what is uncertain of both: the
 * bounds of an estimate as its source gives them, and chance in a count. Without bounds of an estimate there is no interval.
 */
function publishQuotient({figure, per, ...counts}: Counted, rule: QuotientRule): Cell {
  if (figure === undefined || per === undefined) return {status: "not-available"};
  if (!isPossible(figure, per, rule)) return {status: "not-applicable"};
  const {decimals, ofCount, most} = rule;
  const {scale = printedAs({}, rule.scale)} = counts;
  const value = roundRatioHalfUp(scale.times * figure.value, scale.over * per.value, decimals);
  const top = estimateOf(figure) === undefined ? {...figure, ...ofCount(figure.value, per.value)} : figure;
  const interval = intervalOfQuotient(top, per, {scale, decimals});
  // An estimate may lie between two whole numbers, and nobody was counted then.
  const counted = Number.isInteger(figure.value) ? {count: figure.value, of: per.value} : {};
  return {
    status: "published",
    value,
    ...counted,
    ...(interval && {lower: interval.lower, upper: Math.min(most, interval.upper)}),
  };
}

/** What is counted is whole, and chance has it go up or down by whole ones: only an estimate may be no whole number. */
function isPossible(figure: Figure, per: Figure, rule: QuotientRule): boolean {
  const isPlain = estimateOf(figure) === undefined && figure.isOpen !== true;
  if (isPlain && !Number.isInteger(figure.value)) return false;
  return figure.value >= 0 && per.value > 0 && rule.isPossible(figure, per);
}
