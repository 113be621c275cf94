import {intervalOfDifference, pairedCorrelation} from "../statistics/intervalOfDifference.ts";
import type {Estimate, Interval} from "../../measures/index.ts";
import {wilsonInterval} from "../../measures/index.ts";
import {doubtOf} from "./extents.ts";
import type {PlacedCell} from "./placedCell.ts";
import {relationOf, type Relation} from "./relationOf.ts";

/** A difference of two shares with its 95% interval, in percentage points. */
export interface ShareDifference extends Interval {
  readonly points: number;
}

/** A share in whole numbers. */
interface Ratio {
  readonly count: number;
  readonly of: number;
}

/**
 * `left` less `right` with its 95% interval, from the released counts of both shares and nothing else. Undefined where
 * either is no share, was released without its counts, or is of the same people as the other.
 *
 * The form of the interval follows how the two hang together, see docs/statistics.md: Newcombe's hybrid score for two
 * groups; his paired form for two answers of one group; for a part and its whole that of the part against the rest,
 * as the difference from the whole is that from the rest times the rest's part of the whole. Where it is not released
 * how many two groups share, the interval is the widest that any number of them gives. Rounded counts are taken to be as
 * far from the true ones as their release says.
 */
export function differenceOfShares(left: PlacedCell, right: PlacedCell): ShareDifference | undefined {
  if (left.address.measure !== "share" || right.address.measure !== "share") return undefined;
  const [one, other] = [ratioOf(left), ratioOf(right)];
  if (one === undefined || other === undefined) return undefined;
  const relation = relationOf({...left, address: left.address}, {...right, address: right.address});
  const [oneDoubt, otherDoubt] = [doubtOf(left), doubtOf(right)];
  const moved = hasOneBase(relation) ? countMoved : shareMoved;
  const nearest = intervalOf(moved(one, -oneDoubt), moved(other, otherDoubt), relation);
  const farthest = intervalOf(moved(one, oneDoubt), moved(other, -otherDoubt), relation);
  if (nearest === undefined || farthest === undefined) return undefined;
  const points = 100 * (one.count / one.of - other.count / other.of);
  return {points, lower: 100 * nearest.lower, upper: 100 * farthest.upper};
}

function ratioOf({cell: {count, of}}: PlacedCell): Ratio | undefined {
  return count === undefined || of === undefined || of === 0 ? undefined : {count, of};
}

/** On one base its rounding moves both shares alike, and no order between them. */
function hasOneBase(relation: Relation): boolean {
  return ["exclusive", "nested", "overlapping"].includes(relation);
}

function countMoved({count, of}: Ratio, by: number): Ratio {
  return {count: Math.min(of, Math.max(0, count + by)), of};
}

/** The share as far up, or down, as the rounding of its count and of its base can have put it. */
export function shareMoved({count, of}: Ratio, by: number): Ratio {
  return countMoved({count, of: Math.max(1, of - by)}, by);
}

function intervalOf(left: Ratio, right: Ratio, relation: Relation): Interval | undefined {
  switch (relation) {
    case "apart":
      return between(left, right, 0);
    case "exclusive":
      return between(left, right, correlationWith(left, right, 0));
    case "nested":
      return between(left, right, correlationWith(left, right, Math.min(left.count, right.count)));
    case "overlapping":
      return between(left, right, correlationWith(left, right, Math.max(0, left.count + right.count - left.of)));
    case "left is a part":
      return againstWhole(left, right);
    case "right is a part": {
      const mirrored = againstWhole(right, left);
      return mirrored && {lower: -mirrored.upper, upper: -mirrored.lower};
    }
    case "entangled":
      return between(left, right, -1);
  }
}

function between(left: Ratio, right: Ratio, correlation: number): Interval {
  return intervalOfDifference(estimateOf(left), estimateOf(right), correlation);
}

function estimateOf({count, of}: Ratio): Estimate {
  return {value: count / of, ...wilsonInterval(count, of)};
}

/** The fewer who are in both, the wider the interval: what is not released is taken as few as can be. */
function correlationWith(left: Ratio, right: Ratio, both: number): number {
  const [first, second] = [left.count - both, right.count - both];
  return pairedCorrelation({both, first, second, neither: left.of - both - first - second});
}

function againstWhole(part: Ratio, whole: Ratio): Interval | undefined {
  const of = whole.of - part.of;
  if (of <= 0) return undefined;
  const rest = {count: Math.min(of, Math.max(0, whole.count - part.count)), of};
  const {lower, upper} = between(part, rest, 0);
  return {lower: (lower * of) / whole.of, upper: (upper * of) / whole.of};
}
