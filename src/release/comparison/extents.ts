import {eventsInterval, scaleOf, type Estimate, type Interval} from "../../measures/index.ts";
import type {PlacedCell} from "./placedCell.ts";

/** How far a released count, or a sum of several, can be from the true one: 0 unless counts are rounded. */
export function doubtOf({release, address}: Pick<PlacedCell, "release" | "address">): number {
  const others = "whole" in address ? (address.whole?.without.length ?? 0) : 0;
  const counts = "periods" in address ? address.periods.length : 1 + others;
  return counts * (release.disclosure.policy.within ?? 0);
}

/** The bounds of a released number; nothing where nobody gives any. */
export function boundsOf({cell: {lower, upper}}: PlacedCell): Interval | undefined {
  return lower === undefined || upper === undefined ? undefined : {lower, upper};
}

/**
 * Between what a number that others are held against lies: its bounds, or itself; nothing of an estimate whose bounds nobody
 * gives, nor of similar areas whose counts are rounded.
 */
export function extentOfFigure(placed: PlacedCell): Interval | undefined {
  const {value} = placed.cell;
  if (placed.address.measure === "similar-share" && doubtOf(placed) > 0) return undefined;
  return boundsOf(placed) ?? (isOpen(placed) ? undefined : {lower: value, upper: value});
}

/** Whether it is an estimate of which nobody can tell how far it is off. */
export function isOpen(placed: PlacedCell): boolean {
  const {address, release} = placed;
  const column = "column" in address ? address.column : undefined;
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  const described = reference?.columns.find(({name}) => name === column);
  return described?.isEstimate === true && boundsOf(placed) === undefined;
}

/**
 * A rate is its count times what one event makes of it, and so are its limits. Of people who are an estimate the limits are
 * those released, which carry that; nothing where nobody gives any.
 */
export function rateWithLimits(placed: PlacedCell): Estimate | undefined {
  const {value, count} = placed.cell;
  const each = eachEvent(placed);
  if (count === undefined || each === undefined) return undefined;
  if (isOfEstimate(placed)) {
    const bounds = boundsOf(placed);
    return bounds && {value, ...bounds};
  }
  const doubt = doubtOf(placed);
  return {
    value: each * count,
    lower: eventsInterval(Math.max(0, count - doubt)).lower * each,
    upper: eventsInterval(count + doubt).upper * each,
  };
}

/** What one event makes of a rate; nothing of a rate of nobody in a release that does not say of how many it is. */
function eachEvent({address, cell: {value, count = 0, of}}: PlacedCell): number | undefined {
  if (of === undefined) return count === 0 ? undefined : value / count;
  const scale = scaleOf(address);
  return scale && scale.times / scale.over / of;
}

/** Whether the people that a rate is of are an estimate. */
export function isOfEstimate({address, release}: PlacedCell): boolean {
  if (!("per" in address)) return false;
  const {reference, column} = address.per;
  const columns = release.vocabulary.references.find(({name}) => name === reference)?.columns ?? [];
  return columns.some(({name, isEstimate}) => name === column && isEstimate === true);
}

/** Nothing may be said of two intervals that share a value, nor of a number whose interval is not known. */
export function sideOfIntervals(left: Interval | undefined, right: Interval | undefined): -1 | 0 | 1 {
  if (left === undefined || right === undefined) return 0;
  if (left.lower > right.upper) return 1;
  return left.upper < right.lower ? -1 : 0;
}
