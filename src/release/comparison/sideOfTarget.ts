import {measureOf, wilsonInterval, type Interval} from "../../measures/index.ts";
import {shareMoved} from "./differenceOfShares.ts";
import {boundsOf, doubtOf, extentOfFigure, rateWithLimits, sideOfIntervals} from "./extents.ts";
import type {PlacedCell} from "./placedCell.ts";

/**
 * On which side of a target, or of a figure that it is compared with, a released number lies: 1 above, -1 below, 0 where
 * its 95% interval does not leave the target out, or where it has no interval. Of an estimate the target is as wide as the
 * bounds that its source gives; one without bounds is no target. Rests on what is released and nothing else.
 */
export function sideOfTarget(placed: PlacedCell, target: PlacedCell): -1 | 0 | 1 {
  return sideOfIntervals(intervalOfNumber(placed), extentOfFigure(target));
}

/**
 * The 95% interval of a released number, as it is printed; of rounded counts as wide as rounding can make it. Nothing of a
 * count, a sum or a quantile, whose chance nobody states; a plain figure from elsewhere is itself.
 */
export function intervalOfNumber(placed: PlacedCell): Interval | undefined {
  switch (measureOf(placed.address).comparison) {
    case "shares":
      return doubtOf(placed) === 0 ? boundsOf(placed) : intervalOfRoundedShare(placed);
    case "rates":
      return (doubtOf(placed) === 0 ? boundsOf(placed) : undefined) ?? rateWithLimits(placed);
    case "facts":
      return extentOfFigure(placed);
    case "counts":
    case "sums":
    case "units":
      return undefined;
    case "tenths":
    case "intervals":
      return boundsOf(placed);
  }
}

function intervalOfRoundedShare(placed: PlacedCell): Interval | undefined {
  const {count, of} = placed.cell;
  if (count === undefined || of === undefined || of === 0) return undefined;
  const [least, most] = [-doubtOf(placed), doubtOf(placed)].map((by) => shareMoved({count, of}, by));
  if (least === undefined || most === undefined) return undefined;
  return {
    lower: 100 * wilsonInterval(least.count, least.of).lower,
    upper: 100 * wilsonInterval(most.count, most.of).upper,
  };
}
