import type {Interval} from "../../measures/index.ts";
import {differenceOfAnswered} from "./differenceOfAnswered.ts";
import {differenceOfMeans} from "./differenceOfMeans.ts";
import {differenceOfShares, type ShareDifference} from "./differenceOfShares.ts";
import type {PlacedCell} from "./placedCell.ts";

/** A difference of two released numbers with its 95% interval. */
export interface Difference extends Interval {
  readonly amount: number;
  /** Decimals with which it is written. */
  readonly decimals: number;
}

/** What may be told of a difference: among all, and among those who answered, where some did not. */
export interface ToldDifferences {
  readonly among: Difference;
  readonly amongAnswered?: Difference;
}

/** Shares are written in points with one decimal. */
const decimalsOfPoints = 1;

/** `left` less `right`, of shares in percentage points and of means in the unit of their number; undefined where there is no interval to give. */
export function differenceOf(left: PlacedCell, right: PlacedCell): ToldDifferences | undefined {
  if (left.address.measure === "estimated-mean") {
    const among = differenceOfMeans(left, right);
    return among && {among};
  }
  const [among, amongAnswered] = [differenceOfShares(left, right), differenceOfAnswered(left, right)].map(inPoints);
  return among && {among, ...(amongAnswered && {amongAnswered})};
}

function inPoints(difference: ShareDifference | undefined): Difference | undefined {
  if (difference === undefined) return undefined;
  const {points, lower, upper} = difference;
  return {amount: points, lower, upper, decimals: decimalsOfPoints};
}
