import type {Estimate, Interval} from "./interval.ts";

/**
 * 95% interval of `top` over `bottom` from the intervals of both, which are of independent estimates and need not be
 * symmetric: method of variance estimates recovery for ratios. `bottom` and its lower bound must be above 0; what `top` is
 * must not be negative. Where either is known exactly, the interval is that of the other one.
 *
 * Sources: Donner A, Zou GY, 2012, Closed-form confidence intervals for functions of the normal mean and standard
 * deviation, Stat Methods Med Res 21:347–359; Newcombe RG, 2016, MOVER-R confidence intervals for ratios and products of
 * two independently estimated quantities, Stat Methods Med Res 25:1774–1778.
 */
export function intervalOfRatio(top: Estimate, bottom: Estimate): Interval {
  if (bottom.lower <= 0 || top.value < 0) throw new RangeError("a ratio is of a number from 0 over one above 0");
  const product = top.value * bottom.value;
  const far = (own: number, other: number): number =>
    Math.sqrt(Math.max(0, product ** 2 - own * other * (2 * top.value - own) * (2 * bottom.value - other)));
  // Written so that nothing is taken from its like where the upper bound nears twice the estimate.
  const below = top.lower * (2 * top.value - top.lower);
  const lower = below === 0 ? 0 : below / (product + far(top.lower, bottom.upper));
  const upper = (product + far(top.upper, bottom.lower)) / (bottom.lower * (2 * bottom.value - bottom.lower));
  return {lower, upper};
}
