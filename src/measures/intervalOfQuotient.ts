import type {Figure} from "./ingredients.ts";
import type {Estimate, Interval} from "./interval.ts";
import {intervalOfRatio} from "./intervalOfRatio.ts";
import type {RateScale} from "./rateUnit.ts";

/** How a quotient is printed. */
interface PrintedQuotient {
  readonly scale: RateScale;
  readonly decimals: number;
}

/**
 * The 95% interval of one figure over another, as it is released: `top` has its own bounds, of chance or as its source gives
 * them; `bottom` has those of an estimate, or none where it is known. Nothing where the bounds of an estimate are unknown.
 */
export function intervalOfQuotient(
  top: Figure,
  bottom: Figure,
  {scale: {times, over}, decimals}: PrintedQuotient,
): Interval | undefined {
  const [upperPart, lowerPart] = [estimateOf(top), estimateOf(bottom) ?? known(bottom)];
  if (upperPart === undefined || top.isOpen === true || bottom.isOpen === true || lowerPart.lower <= 0)
    return undefined;
  const {lower, upper} = intervalOfRatio(upperPart, lowerPart);
  const round = (number: number): number => Math.round((number * times * 10 ** decimals) / over) / 10 ** decimals;
  return {lower: round(lower), upper: round(upper)};
}

/** A figure with the bounds that its source gives; nothing where it gives none. */
export function estimateOf({value, lower, upper}: Figure): Estimate | undefined {
  return lower === undefined || upper === undefined ? undefined : {value, lower, upper};
}

function known({value}: Figure): Estimate {
  return {value, lower: value, upper: value};
}
