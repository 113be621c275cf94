import type {z} from "zod";
import {count} from "./count.ts";
import {crudeRate} from "./crudeRate.ts";
import {estimatedMean} from "./estimatedMean.ts";
import {mean} from "./mean.ts";
import type {AddressFrame, Measure} from "./measure.ts";
import {observedRatio} from "./observedRatio.ts";
import {proportion} from "./proportion.ts";
import {quantile} from "./quantile.ts";
import {rate} from "./rate.ts";
import {baseOfUnit, rateScale, type RateScale, type ReleasedUnit} from "./rateUnit.ts";
import {rollingCount} from "./rollingCount.ts";
import {rollingValue} from "./rollingValue.ts";
import {share} from "./share.ts";
import {similarShare} from "./similarShare.ts";
import {standardisedRate} from "./standardisedRate.ts";
import {standardisedRatio} from "./standardisedRatio.ts";
import {sum} from "./sum.ts";
import {value} from "./value.ts";

/** Every measure, under its name. */
export const measures = {
  count,
  share,
  "similar-share": similarShare,
  mean,
  "estimated-mean": estimatedMean,
  quantile,
  sum,
  rate,
  value,
  proportion,
  "crude-rate": crudeRate,
  "observed-ratio": observedRatio,
  "standardised-rate": standardisedRate,
  "standardised-ratio": standardisedRatio,
  "rolling-count": rollingCount,
  "rolling-value": rollingValue,
} as const;

type Measures = typeof measures;

export type MeasureName = keyof Measures;

/** Names in the order in which messages list them. */
export const measureNames = Object.keys(measures) as readonly MeasureName[];

/** The measure that each first word of a query asks. */
export const measureByWord: ReadonlyMap<string, MeasureName> = new Map(
  measureNames.flatMap((name) => measures[name].grammar.words.map((word) => [word, name])),
);

/** The address of a cell of one measure. */
export type AddressOf<Name extends MeasureName> = Readonly<z.output<Measures[Name]["address"]>>;

/** What a query of one measure names beside populations and places. */
export type SubjectOf<Name extends MeasureName> = ReturnType<Measures[Name]["grammar"]["read"]>;

/** One cell, whatever table, figure or sentence shows it. */
export type CellAddress = {[Name in MeasureName]: AddressOf<Name>}[MeasureName];

/** A measure as seen by whoever holds one of its addresses, or what a query of it names. */
export type AnyMeasure = Measure<MeasureName, object, AddressFrame>;

/** The measure of an address or query, which takes that address or query wherever it asks for one of its own. */
export function measureOf<Asked extends {readonly measure: MeasureName}>(
  asked: Asked,
): Measure<MeasureName, Asked, Asked & AddressFrame> {
  return measures[asked.measure] as unknown as Measure<MeasureName, Asked, Asked & AddressFrame>;
}

/** What one event among one person is printed as in a cell; nothing of a cell that is no rate. */
export function scaleOf(address: CellAddress): RateScale | undefined {
  const usual = baseOfUnit(measureOf(address).unit);
  return usual === undefined ? undefined : rateScale(address as ReleasedUnit, usual);
}

// A measure is found under its own name.
measures satisfies {readonly [Name in MeasureName]: {readonly name: Name}};
