import type {Estimate, Interval} from "../../measures/index.ts";

/**
 * 95% interval of `left` less `right` from the intervals of both, which need not be symmetric. `correlation`, from -1 to
 * 1, is that of the two estimates: 0 where they are of two groups. With Wilson's intervals of two proportions and 0 it is
 * Newcombe's hybrid score interval.
 *
 * Sources: Newcombe RG, 1998, Interval estimation for the difference between independent proportions, Stat Med
 * 17:873–890 (method 10); the same, Improved confidence intervals for the difference between binomial proportions based
 * on paired data, Stat Med 17:2635–2650 (method 10); Zou GY, Donner A, 2008, Stat Med 27:1693–1702 (any estimates).
 */
export function intervalOfDifference(left: Estimate, right: Estimate, correlation: number): Interval {
  const difference = left.value - right.value;
  const below = spread(left.value - left.lower, right.upper - right.value, correlation);
  const above = spread(left.upper - left.value, right.value - right.lower, correlation);
  return {lower: difference - below, upper: difference + above};
}

function spread(one: number, other: number, correlation: number): number {
  return Math.sqrt(Math.max(0, one ** 2 - 2 * correlation * one * other + other ** 2));
}

/** How many of one group gave both of two answers, only one of them, or neither. */
export interface PairedCounts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * The correlation of two answers of one group, with the correction that Newcombe makes where they go together (paired
 * data, method 10). 0 where everybody or nobody gave one of them.
 */
export function pairedCorrelation({both, first, second, neither}: PairedCounts): number {
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  if (margins <= 0) return 0;
  const all = both + first + second + neither;
  const product = both * neither - first * second;
  return (product > 0 ? Math.max(0, product - all / 2) : product) / Math.sqrt(margins);
}
