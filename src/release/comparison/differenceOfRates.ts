import {eventsInterval, scaleOf, type Interval} from "../../measures/index.ts";
import type {CellAddress} from "../../publication/index.ts";
import {intervalOfDifference} from "../statistics/intervalOfDifference.ts";
import {areApart} from "./areApart.ts";
import {doubtOf, isOfEstimate, rateWithLimits} from "./extents.ts";
import type {PlacedCell} from "./placedCell.ts";

/**
 * 95% interval of `left` less `right`, in the unit of both, from released counts and figures alone: of a place and its region
 * that of the place against the rest, times the rest's part of the region's figure; see docs/statistics.md. Undefined where a
 * rate of nobody leaves it open of how many it is, and of a place that is all of its region.
 */
export function differenceOfRates(left: PlacedCell, right: PlacedCell): Interval | undefined {
  if (isPartOfRegion(left, right)) return againstRegion(left, right);
  if (isPartOfRegion(right, left)) {
    const mirrored = againstRegion(right, left);
    return mirrored && {lower: -mirrored.upper, upper: -mirrored.lower};
  }
  const [one, other] = [rateWithLimits(left), rateWithLimits(right)];
  return one && other && intervalOfDifference(one, other, areApart(left, right) ? 0 : -1);
}

type Rate = Extract<CellAddress, {measure: "rate"}>;

/**
 * Whether the second rate is of the whole region, and the first the same of one of its areas, so that both rates less one
 * another leave that of the rest. Not of rounded counts, nor of estimates, whose bounds say nothing of the rest.
 */
function isPartOfRegion(part: PlacedCell, region: PlacedCell): boolean {
  const [one, other] = [part.address, region.address];
  if (one.measure !== "rate" || other.measure !== "rate" || other.whole === undefined) return false;
  const {edition} = part.release;
  if (edition.id !== region.release.edition.id || one.population !== other.population) return false;
  if ([part, region].some((placed) => doubtOf(placed) > 0 || isOfEstimate(placed))) return false;
  return isAreaOf(one, other) && isFigureOf(one, other);
}

/** Whether the place of a rate is that of another one, but of one area of the region. */
function isAreaOf({at, whole}: Rate, {at: around, whole: region}: Rate): boolean {
  if (whole !== undefined || region === undefined) return false;
  const {[region.variable]: area, ...others} = at;
  return area !== undefined && !region.without.includes(area) && isSame(others, around);
}

/** Whether the figure of a rate is a part of that of another one: a row of those added up, or beside the region's own. */
function isFigureOf({per, ...one}: Rate, {per: around, whole, ...other}: Rate): boolean {
  if (per.reference !== around.reference || per.column !== around.column) return false;
  if (one.every !== other.every || one.ofMonths !== other.ofMonths) return false;
  const key = whole?.rows?.key;
  if (key === undefined) {
    const differing = Object.keys(per.at).filter((name) => per.at[name] !== around.at[name]);
    return differing.length === 1 && Object.keys(around.at).length === Object.keys(per.at).length;
  }
  const {[key]: row, ...others} = per.at;
  return row !== undefined && whole?.rows?.names.includes(row) === true && isSame(others, around.at);
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

function againstRegion(part: PlacedCell, region: PlacedCell): Interval | undefined {
  const scale = scaleOf(part.address);
  const [counted, figure] = [part.cell, region.cell];
  if (scale === undefined || counted.of === undefined || figure.of === undefined) return undefined;
  const of = figure.of - counted.of;
  if (of <= 0 || counted.count === undefined || figure.count === undefined) return undefined;
  const rest = rateOf(Math.max(0, figure.count - counted.count), scale.times / scale.over / of);
  const own = rateOf(counted.count, scale.times / scale.over / counted.of);
  const {lower, upper} = intervalOfDifference(own, rest, 0);
  return {lower: (lower * of) / figure.of, upper: (upper * of) / figure.of};
}

function rateOf(count: number, each: number) {
  const {lower, upper} = eventsInterval(count);
  return {value: count * each, lower: lower * each, upper: upper * each};
}
