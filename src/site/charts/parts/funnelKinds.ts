import {eventsInterval, exactInterval, type MeasureName} from "../../../measures/index.ts";
import type {Panel} from "../../tidy/figureData.ts";
import type {TidyRow} from "../../tidy/tidyRow.ts";
import {ChartError} from "../ChartError.ts";
import {limitsOfEvents, limitsOfShares, type Fraction, type FunnelLimits} from "./funnelLimits.ts";
import {withinPercent} from "./scale.ts";

/** A share or rate with the numbers that it is made of. */
export interface FunnelShare extends Fraction {
  readonly row: TidyRow;
  readonly value: number;
}

/** How the limits of a measure are made, and what it is called in words. */
export interface FunnelKind {
  readonly noun: string;
  /** What the dots stand along. */
  readonly base: string;
  readonly limitsAround: (whole: FunnelShare) => FunnelLimits;
  /** The ends of the scale within which such numbers can be. */
  readonly within: (domain: readonly [number, number]) => readonly [number, number];
}

const aboveNought = ([from, to]: readonly [number, number]): readonly [number, number] => [Math.max(0, from), to];

/** Rates of events counted among so many people. */
function ofRates(panel: Panel): FunnelKind {
  const limits = (whole: FunnelShare) => limitsOfEvents(whole, timesOf(panel));
  return {noun: "rate", base: "Base of each rate", limitsAround: limits, within: aboveNought};
}

const shares: FunnelKind = {
  noun: "share",
  base: "Base of each share",
  limitsAround: limitsOfShares,
  within: withinPercent,
};

const ratios: FunnelKind = {
  noun: "ratio",
  base: "Number expected of each",
  limitsAround: (whole) => limitsOfEvents(whole, 1),
  within: aboveNought,
};

const kinds: Readonly<Partial<Record<MeasureName, (panel: Panel) => FunnelKind>>> = {
  share: () => shares,
  rate: ofRates,
  "crude-rate": ofRates,
  "observed-ratio": () => ratios,
};

/** The kind that a series is of. Throws ChartError where no funnel is drawn of its measure. */
export function funnelKindOf(panel: Panel): FunnelKind {
  const kind = kinds[panel.query.measure];
  if (kind === undefined)
    throw new ChartError(
      "show",
      "a funnel draws shares of counted records, and rates and observed ratios of counted events. The limits would leave out how uncertain an estimate is: draw the others as ranked-dots",
    );
  return kind(panel);
}

/** What one event among one person is printed as. */
function timesOf({rows}: Panel): number {
  const [scale] = rows.flatMap(({scale: one}) => one ?? []);
  return scale ?? 1;
}

/** Whether the interval of a rate or ratio is that of its count alone: an estimate over or under it makes it another. */
export function isOfCounts({cell, measure, decimals, scale = 1}: TidyRow): boolean {
  if (cell.status !== "published") return true;
  const {count, of, lower, upper} = cell;
  if (count === undefined || of === undefined || lower === undefined || upper === undefined) return false;
  const alone = measure === "observed-ratio" ? exactInterval(count) : eventsInterval(count);
  const isBound = (bound: number, events: number) => Math.abs(bound - (scale * events) / of) <= 0.51 / 10 ** decimals;
  return isBound(lower, alone.lower) && isBound(upper, alone.upper);
}
