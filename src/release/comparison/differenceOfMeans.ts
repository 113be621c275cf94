import {studentQuantile, type Interval} from "../../measures/index.ts";
import {decimalsOf} from "../../publication/index.ts";
import {areApart} from "./areApart.ts";
import {boundsOf} from "./extents.ts";
import type {PlacedCell} from "./placedCell.ts";

/** A difference of two means with its 95% interval, in the unit of their number. */
export interface MeanDifference extends Interval {
  readonly amount: number;
  /** Decimals to which the two means are released. */
  readonly decimals: number;
}

/** How far a rounded number may be from the true one, in steps of its last decimal. */
const rounding = 0.5;

/**
 * `left` less `right` with its 95% interval, from two released means and their intervals and nothing else. Undefined where
 * either was released without its interval, or without how many it is of.
 *
 * Of two groups with nobody in both it is the interval of Welch, whose two variances are those that the released intervals
 * tell; its degrees of freedom are rounded down. Groups that may overlap have the widest interval that any correlation gives:
 * both distances together. Means and ends are taken to be as far from the true ones as they may have been rounded, and the ends
 * of the difference are rounded outwards, so that no interval is narrower than that of the records themselves.
 *
 * Source: Welch BL, 1938, The significance of the difference between two means when the population variances are unequal,
 * Biometrika 29:350–362; Satterthwaite FE, 1946, Biometrics Bulletin 2:110–114 (the degrees of freedom).
 */
export function differenceOfMeans(left: PlacedCell, right: PlacedCell): MeanDifference | undefined {
  if (left.address.measure !== "estimated-mean" || right.address.measure !== "estimated-mean") return undefined;
  const [one, other] = [meanOf(left), meanOf(right)];
  if (one === undefined || other === undefined) return undefined;
  const decimals = Math.max(one.decimals, other.decimals);
  const amount = one.value - other.value;
  const half = areApart(left, right) ? halfOfWelch(one, other) : one.half + other.half;
  const doubt = rounding * (10 ** -one.decimals + 10 ** -other.decimals);
  const scale = 10 ** decimals;
  // What is a whole step but for the last bits of a sum stays that step.
  const outwards = (end: number, round: (steps: number) => number): number =>
    round(Number((end * scale).toFixed(6))) / scale;
  const lower = outwards(amount - half - doubt, Math.floor);
  const upper = outwards(amount + half + doubt, Math.ceil);
  return {amount: Number(amount.toFixed(decimals)), lower, upper, decimals};
}

interface Mean {
  readonly value: number;
  readonly people: number;
  /** Half of its interval, at most. */
  readonly half: number;
  readonly decimals: number;
}

function meanOf(placed: PlacedCell): Mean | undefined {
  const {address, cell, release} = placed;
  const bounds = boundsOf(placed);
  if (address.measure !== "estimated-mean" || bounds === undefined || cell.of === undefined || cell.of < 2)
    return undefined;
  const population = release.vocabulary.populations.find(({name}) => name === address.population);
  const decimals = decimalsOf(population, address.variable) + 1;
  const half = (bounds.upper - bounds.lower) / 2 + rounding * 10 ** -decimals;
  return {value: cell.value, people: cell.of, half, decimals};
}

function halfOfWelch(one: Mean, other: Mean): number {
  const [first, second] = [one, other].map(({half, people}) => {
    return {variance: (half / studentQuantile(people - 1)) ** 2, degrees: people - 1};
  }) as [Spread, Spread];
  const variance = first.variance + second.variance;
  const degrees = variance ** 2 / (first.variance ** 2 / first.degrees + second.variance ** 2 / second.degrees);
  return studentQuantile(Math.floor(degrees)) * Math.sqrt(variance);
}

/** Variance of a mean. */
interface Spread {
  readonly variance: number;
  readonly degrees: number;
}
