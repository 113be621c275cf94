import {intervalOfDifference} from "../statistics/intervalOfDifference.ts";
import {eventsInterval, measureOf, type Estimate, type Interval} from "../../measures/index.ts";
import {differenceOfAnswered} from "./differenceOfAnswered.ts";
import {differenceOfShares} from "./differenceOfShares.ts";
import type {PlacedCell} from "./placedCell.ts";
import {Places} from "./Places.ts";

/**
 * What may be said of two released numbers of one measure: 1 where the left one is greater, -1 where it is smaller, 0
 * where neither may be said. Rests on what is released and nothing else.
 *
 * Shares and rates are told apart where the 95% interval of their difference leaves out nought; shares whose base holds
 * people who gave no answer only where that of those who answered does so too. Counts are facts, and greater by more than
 * their rounding, if they are rounded. Means and quantiles, whose spread is not released, must differ
 * by more than the rounding of both. Values from elsewhere are what they are printed as; estimates, and what is made of
 * them, are told apart where their 95% intervals share no value.
 */
export function toldApart(left: PlacedCell, right: PlacedCell): -1 | 0 | 1 {
  const difference = left.cell.value - right.cell.value;
  switch (measureOf(left.address).comparison) {
    case "shares":
      return isMadeByUnanswered(left, right) ? 0 : sideOf(differenceOfShares(left, right));
    case "rates":
      return sideOf(differenceOfRates(left, right));
    case "counts":
      return beyond(difference, doubtOf(left) + doubtOf(right));
    case "tenths":
      // In whole tenths, because a tenth is no binary fraction.
      return beyond(Math.round(10 * difference), 1);
    case "units":
      return beyond(difference, 1);
    case "facts":
      return left.cell.lower === undefined && right.cell.lower === undefined && !isOpen(left) && !isOpen(right)
        ? beyond(difference, 0)
        : sideOfIntervals(extentOf(left), extentOf(right));
    case "intervals":
      return sideOfIntervals(boundsOf(left), boundsOf(right));
  }
}

/**
 * Whether two shares differ only as far as more, or fewer, people gave no answer: among all the interval of the
 * difference leaves out nought, and among those who answered it does not, or lies on the other side.
 */
export function isMadeByUnanswered(left: PlacedCell, right: PlacedCell): boolean {
  const answered = differenceOfAnswered(left, right);
  const among = sideOf(differenceOfShares(left, right));
  return answered !== undefined && among !== 0 && sideOf(answered) !== among;
}

function doubtOf({release}: PlacedCell): number {
  return release.disclosure.policy.within ?? 0;
}

function beyond(difference: number, doubt: number): -1 | 0 | 1 {
  if (Math.abs(difference) <= doubt) return 0;
  return difference > 0 ? 1 : -1;
}

/** The bounds of a released number; nothing where nobody gives any. */
function boundsOf({cell: {lower, upper}}: PlacedCell): Interval | undefined {
  return lower === undefined || upper === undefined ? undefined : {lower, upper};
}

/** Between what a figure from elsewhere lies: its bounds, or itself; nothing of an estimate whose bounds nobody gives. */
function extentOf(placed: PlacedCell): Interval | undefined {
  const {value} = placed.cell;
  return boundsOf(placed) ?? (isOpen(placed) ? undefined : {lower: value, upper: value});
}

/** Whether it is an estimate of which nobody can tell how far it is off. */
function isOpen(placed: PlacedCell): boolean {
  const {address, release} = placed;
  const column = "column" in address ? address.column : undefined;
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  const described = reference?.columns.find(({name}) => name === column);
  return described?.isEstimate === true && boundsOf(placed) === undefined;
}

/** Nothing may be said of two intervals that share a value, nor of a number whose interval is not known. */
function sideOfIntervals(left: Interval | undefined, right: Interval | undefined): -1 | 0 | 1 {
  if (left === undefined || right === undefined) return 0;
  if (left.lower > right.upper) return 1;
  return left.upper < right.lower ? -1 : 0;
}

function sideOf(interval: Interval | undefined): -1 | 0 | 1 {
  if (interval === undefined) return 0;
  if (interval.lower > 0) return 1;
  return interval.upper < 0 ? -1 : 0;
}

/** Undefined where a rate of nobody leaves it open of how many it is. */
function differenceOfRates(left: PlacedCell, right: PlacedCell): Interval | undefined {
  const [one, other] = [estimateOf(left), estimateOf(right)];
  return one && other && intervalOfDifference(one, other, areApart(left, right) ? 0 : -1);
}

/** A rate is its count times what one event makes of it, and so are its limits. */
function estimateOf(placed: PlacedCell): Estimate | undefined {
  const {value, count} = placed.cell;
  if (count === undefined || count === 0) return undefined;
  const doubt = doubtOf(placed);
  const each = value / count;
  return {
    value,
    lower: eventsInterval(Math.max(0, count - doubt)).lower * each,
    upper: eventsInterval(count + doubt).upper * each,
  };
}

function areApart(left: PlacedCell, right: PlacedCell): boolean {
  if (left.release.edition.id !== right.release.edition.id) return true;
  if (left.address.population !== right.address.population) return true;
  const population = left.release.vocabulary.populations.find(({name}) => name === left.address.population);
  return new Places(population?.variables ?? []).exclude(left.address.at, right.address.at);
}
