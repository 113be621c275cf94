/**
 * How far apart means of few stay: so many units of their number, or by unit so many of it, or a percentage of what its limits
 * allow: `{years: 5, pounds: 2.5, others: 5%}`.
 */
export type MeanWidth = number | Readonly<Record<string, number | string>>;

/** A number of records, as a release describes it. */
export interface WidthOf {
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  /** The least and the most that it can be, in steps of its last decimal; older releases do not say. */
  readonly between?: readonly [number, number] | undefined;
}

/** The unit under which a policy says what holds for all others. */
export const otherUnits = "others";

/** What applies to a unit that a policy names none for. Source: `docs/disclosure.md`, "The policy". */
export const usualMeanWidth = 5;

/** A width that is the same for all numbers is at most so much of what the limits of one allow, which it could not reach else. */
const mostOfLimits = 10;

/** How far apart means of few of a number must be able to lie, in whole steps of its last decimal; 0 where that is not asked. */
export function stepsApart(width: MeanWidth | undefined, number: WidthOf): number {
  if (width === undefined || width === 0) return 0;
  if (typeof width === "number") return commonWidth(width, number);
  const own = (number.unit === undefined ? undefined : width[number.unit]) ?? width[otherUnits];
  if (own === undefined) return commonWidth(usualMeanWidth, number);
  return typeof own === "number" ? Math.ceil(inSteps(own, number)) : partOfLimits(Number(own.replace("%", "")), number);
}

function commonWidth(width: number, number: WidthOf): number {
  const steps = inSteps(width, number);
  return number.between === undefined ? steps : Math.min(steps, partOfLimits(mostOfLimits, number));
}

/** In whole numbers as far as can be: 2.3 pounds are 230 pence, and not a little more. */
function inSteps(width: number, {decimals = 0}: WidthOf): number {
  return Number((width * 10 ** decimals).toFixed(6));
}

function partOfLimits(percent: number, {between: [least, most] = [0, 0]}: WidthOf): number {
  return Math.max(1, Math.ceil((percent * (most - least)) / 100));
}
