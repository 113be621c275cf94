import {z} from "zod";
import type {Cell} from "./cell.ts";
import {placeKey, type Coordinates} from "./coordinates.ts";
import {readColumn, type NamedColumn, type SubjectReader} from "./grammar.ts";
import {figureIn, type Counted, type Figure, type Given, type Wanted} from "./ingredients.ts";
import type {Estimate, Interval} from "./interval.ts";
import {intervalOfRatio} from "./intervalOfRatio.ts";
import {coordinates, name} from "./layout.ts";
import type {AskedAt, StandIn} from "./measure.ts";
import {ofFigures} from "./ofFigures.ts";
import {roundRatioHalfUp} from "./roundRatioHalfUp.ts";

/** One column of a reference over another one of the same row. */
export interface QuotientOf extends NamedColumn {
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
      read: (reader: SubjectReader): QuotientOf => readQuotient(reader, word),
      isPer: false as const,
      hasTotals: false,
      filters: ["with interval", "capital", "otherwise"] as const,
    },
    address: quotientLayout(measure),
    key: (own: QuotientAddress): string => quotientKey(word, own),
    addressAt: (asked: AskedAt<QuotientOf>) => quotientAt(measure, asked),
    wants: wantedFor,
    gather: gatherQuotient,
    publish: (counted: Counted): Cell => publishQuotient(counted, rule),
    standIn: (own: QuotientAddress, made: StandIn): Cell => publishQuotient(quotientStandIn(own, made), rule),
    comparison: "intervals" as const,
  };
}

/** Layout of the address of a quotient. */
function quotientLayout<const Measure extends string>(measure: Measure) {
  return z.strictObject({measure: z.literal(measure), population: name, at: coordinates, column: name, over: name});
}

/** An address of a quotient, whichever measure it is. */
interface QuotientAddress {
  readonly measure: string;
  readonly population: string;
  readonly at: Coordinates;
  readonly column: string;
  readonly over: string;
}

function quotientAt<const Measure extends string>(
  measure: Measure,
  {subject: {column, over}, population, at}: AskedAt<QuotientOf>,
) {
  return {measure, population, at, column, over};
}

function quotientKey(word: string, {measure, population, at, column, over}: QuotientAddress): string {
  return `${measure} ${column} ${word} ${over} ${population} [${placeKey(at)}]`;
}

/** Reads `reference.column of column`, with the word that a measure puts between them. */
function readQuotient(reader: SubjectReader, word: string): QuotientOf {
  const column = readColumn(reader);
  if (!reader.takeWord(word)) {
    throw reader.faultAt(
      reader.offset,
      `what ${column.reference}.${column.column} is divided by is missing`,
      `Write ${word} and another column of ${column.reference}, e.g. ${word} estimate`,
    );
  }
  return {...column, over: reader.expectName("the column that it is divided by")};
}

function wantedFor({population: reference, at, column, over}: QuotientAddress): readonly Wanted[] {
  return [
    {kind: "figure", at: {reference, column, at}},
    {kind: "figure", at: {reference, column: over, at}},
  ];
}

function gatherQuotient({population: reference, at, column, over}: QuotientAddress, given: Given): Counted {
  const per = given.figure({reference, column: over, at});
  return {count: 0, ...figureIn(given, {reference, column, at}), ...(per && {per})};
}

function quotientStandIn(
  {population, at, column, over}: QuotientAddress,
  {figureOf}: StandIn,
): Pick<Counted, "count" | "figure" | "per"> {
  const [figure, per] = [figureOf({population, at, column}), figureOf({population, at, column: over})];
  return {count: 0, ...(figure && {figure}), ...(per && {per})};
}

/** How a measure makes its number of two figures. */
export interface QuotientRule {
  /** What one over one is printed as: 100 for percent. */
  readonly times: number;
  /** Decimals of the number and its interval in a release. */
  readonly decimals: number;
  /** Whether there is such a number of these two at all. */
  readonly isPossible: (figure: number, per: number) => boolean;
  /** Interval of the figure that is a plain count, in its own units. */
  readonly ofCount: (count: number, per: number) => Interval;
  /** The largest that it can be, as printed. */
  readonly most: number;
}

/**
 * A quotient as released, in its unit, rounded half up, with the 95% interval that carries what is uncertain of both: the
 * bounds of an estimate as its source gives them, and chance in a count. Without bounds of an estimate there is no interval.
 */
function publishQuotient({figure, per}: Counted, rule: QuotientRule): Cell {
  if (figure === undefined || per === undefined) return {status: "not-available"};
  if (!isPossible(figure, per, rule)) return {status: "not-applicable"};
  const value = roundRatioHalfUp(rule.times * figure.value, per.value, rule.decimals);
  const interval = intervalOf(figure, per, rule);
  // An estimate may lie between two whole numbers, and nobody was counted then.
  const counted = Number.isInteger(figure.value) ? {count: figure.value, of: per.value} : {};
  return {status: "published", value, ...counted, ...interval};
}

/** What is counted is whole, and chance has it go up or down by whole ones: only an estimate may be no whole number. */
function isPossible(figure: Figure, per: Figure, rule: QuotientRule): boolean {
  const isPlain = estimateOf(figure) === undefined && figure.isOpen !== true;
  if (isPlain && !Number.isInteger(figure.value)) return false;
  return figure.value >= 0 && per.value > 0 && rule.isPossible(figure.value, per.value);
}

function intervalOf(figure: Figure, per: Figure, {times, decimals, ofCount, most}: QuotientRule): Interval | undefined {
  const top = estimateOf(figure) ?? {value: figure.value, ...ofCount(figure.value, per.value)};
  const bottom = estimateOf(per) ?? {value: per.value, lower: per.value, upper: per.value};
  if (figure.isOpen === true || per.isOpen === true || bottom.lower <= 0) return undefined;
  const {lower, upper} = intervalOfRatio(top, bottom);
  const round = (number: number): number => Math.round(number * times * 10 ** decimals) / 10 ** decimals;
  return {lower: round(lower), upper: Math.min(most, round(upper))};
}

function estimateOf({value, lower, upper}: Figure): Estimate | undefined {
  return lower === undefined || upper === undefined ? undefined : {value, lower, upper};
}
