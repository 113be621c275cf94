import {z95} from "../../../measures/index.ts";

/** 99.9th percentile of the standard normal distribution: limits of 99.8%, both tails together. */
const z998 = 3.090232306167813;

const limits = [
  {formula: "95% upper", errors: z95},
  {formula: "95% lower", errors: -z95},
  {formula: "99.8% upper", errors: z998},
  {formula: "99.8% lower", errors: -z998},
] as const;

/** A limit as points, in a straight line from one to the next. */
export interface ControlLimit {
  /** "95% upper", "Poisson 95% upper". */
  readonly formula: string;
  readonly points: readonly {readonly base: number; readonly limit: number}[];
}

/** Bases and numbers that a drawing has room for. */
export interface LimitRoom {
  readonly bases: readonly [least: number, most: number];
  readonly percent: readonly [least: number, most: number];
}

/** Pieces of a curve. */
const pieces = 60;

/**
 * Limits around a percentage p, within which a share of n records lies but by chance: p ± z √(p (100 − p) / n) percent,
 * which is where the bound of Wilson's interval of a share meets p. Each from the smallest base at which it is within the
 * room; a limit that nowhere is has no points. Of everybody or nobody there are none: nothing varies by chance.
 *
 * Sources: Spiegelhalter DJ, Funnel plots for comparing institutional performance, Statistics in Medicine 2005;24:1185–1202;
 * the limits of 95% and 99.8% and their formula are those of PHEindicatormethods for proportions.
 */
export function controlLimits(percent: number, {bases, percent: [low, high]}: LimitRoom): readonly ControlLimit[] {
  const [least, most] = bases;
  const variance = percent * (100 - percent);
  return limits.flatMap(({formula, errors}) => {
    const room = errors > 0 ? high - percent : percent - low;
    const start = Math.max(least, (errors ** 2 * variance) / room ** 2);
    if (variance <= 0 || room <= 0 || start >= most) return [];
    // Evenly spread by ratio: the curve bends where bases are small.
    const points = Array.from({length: pieces + 1}, (_, piece) => {
      const base = start * (most / start) ** (piece / pieces);
      return {base, limit: percent + errors * Math.sqrt(variance / base)};
    });
    return [{formula, points}];
  });
}

/** Where the limits stand at one base, within 0 and 100 percent. */
export function limitsAround(percent: number, base: number): readonly number[] {
  const error = Math.sqrt((percent * (100 - percent)) / base);
  return limits.map(({errors}) => Math.min(100, Math.max(0, percent + errors * error)));
}

/** On which side of the inner limits around the whole a share lies, by their counts; nothing within them. */
export function besideLimits(
  share: {readonly count: number; readonly of: number},
  whole: {readonly count: number; readonly of: number},
): "above" | "below" | undefined {
  const expected = whole.count / whole.of;
  const error = z95 * Math.sqrt((expected * (1 - expected)) / share.of);
  const difference = share.count / share.of - expected;
  if (difference > error) return "above";
  return difference < -error ? "below" : undefined;
}
