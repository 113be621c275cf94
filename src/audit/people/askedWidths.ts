import type {MeanWidth, RulesOfSums} from "../../publication/index.ts";
import {isLed, type NumbersLed} from "../population/leaders.ts";
import {isSmall} from "./listed.ts";

/** What a policy asks of means and sums that printed ones could give away. */
export interface MeanPolicy {
  /** A mean of fewer is of few. */
  readonly needs: number;
  /** How far apart populations must put one of few, by the unit of its number. */
  readonly meanWidth: MeanWidth | undefined;
  /** What is asked of sums, where a release prints or withholds some. */
  readonly sums?: RulesOfSums;
}

/** The same of one number. */
export interface MeanRule extends Pick<MeanPolicy, "needs" | "sums"> {
  /** So far apart populations must put a mean of few, in steps of the number; 0 where that is not asked. */
  readonly width: number;
}

/** What must differ of a group, its mean or its sum above the floor of the number, and by how many steps. */
export interface AskedWidth {
  readonly isSum: boolean;
  readonly width: number;
}

/**
 * What must not be known of a group: its mean where it is of few, its sum where few have more than its floor, nought as a
 * rule, or one of them dominates. A sum must be able to differ by the policy's percentage of the largest, one step at least.
 */
export function askedWidths(
  {known, contributors, first, others}: Pick<NumbersLed, "known" | "contributors" | "first" | "others">,
  {needs, width, sums}: MeanRule,
): readonly AskedWidth[] {
  const ofMean = width > 0 && isSmall(known, needs) ? [{isSum: false, width}] : [];
  if (sums === undefined) return ofMean;
  // That nobody of a few has any is as much about them as what some have.
  const areFew = contributors === 0 ? isSmall(known, sums.needs) : contributors < sums.needs;
  if (!areFew && !isLed({first, others}, sums.dominance)) return ofMean;
  return [...ofMean, {isSum: true, width: Math.max(1, Math.ceil((sums.dominance * first) / 100))}];
}
