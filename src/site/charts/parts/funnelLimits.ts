import {exactInterval, exactLimits} from "../../../measures/index.ts";
import {besideLimits, controlLimits, limitsAround, type ControlLimit, type LimitRoom} from "./controlLimits.ts";

/** What a number of an area is made of: so many of so many. */
export interface Fraction {
  readonly count: number;
  readonly of: number;
}

/** The limits around the number of all within which chance alone leaves those of areas, in the number's own unit. */
export interface FunnelLimits {
  /** Each from the smallest base at which it is within the room. */
  readonly lines: (room: LimitRoom) => readonly ControlLimit[];
  /** Where they stand at one base. */
  readonly around: (base: number) => readonly number[];
  /** On which side of the inner limits an area lies; nothing within them. */
  readonly side: (part: Fraction) => "above" | "below" | undefined;
}

/** Limits of shares, as released in percent. */
export function limitsOfShares(whole: Fraction & {readonly value: number}): FunnelLimits {
  return {
    lines: (room) => controlLimits(whole.value, room),
    around: (base) => limitsAround(whole.value, base),
    side: (part) => besideLimits(part, whole),
  };
}

/** Of either tail: limits of 95%, and of 99.8%. */
const tails = [
  ["95%", 0.025],
  ["99.8%", 0.001],
] as const;

/** Corners of one limit at most: it is drawn straight from one to the next. */
const corners = 60;

/**
 * Exact limits of counts of events over a base that is certain, `times` of which are one in the unit of the rate: so many
 * events that the bound of their exact interval is the number expected at the rate of all. A limit has its corners where that
 * is a whole number of events.
 *
 * Sources: Spiegelhalter DJ, Funnel plots for comparing institutional performance, Statistics in Medicine 2005;24:1185–1202;
 * Garwood F, 1936, Biometrika 28:437–442 for the exact bounds. PHEindicatormethods draws funnels of rates and ratios by both.
 */
export function limitsOfEvents(whole: Fraction, times: number): FunnelLimits {
  const level = whole.count / whole.of;
  const cornerAt = (bound: Bound, events: number) => {
    const base = boundOf(bound, events) / level;
    return {base, limit: (times * events) / base};
  };
  return {
    lines: ({bases: [least, most], percent: [low, high]}) =>
      bounds.flatMap((bound) => {
        const [first, last] = [eventsAt(bound, level * least), eventsAt(bound, level * most)];
        const all = eventsFrom(first, last).map((events) => cornerAt(bound, events));
        const points = all.filter(
          ({base, limit}) => base >= least && base <= most && limit >= low && limit <= high && base > 0,
        );
        return points.length < 2 ? [] : [{formula: bound.formula, points}];
      }),
    around: (base) => bounds.map((bound) => (times * eventsAt(bound, level * base)) / base),
    side: ({count, of}) => {
      const {lower, upper} = exactInterval(count);
      if (lower > level * of) return "above";
      return upper < level * of ? "below" : undefined;
    },
  };
}

interface Bound {
  readonly formula: string;
  readonly side: "upper" | "lower";
  readonly tail: number;
}

const bounds: readonly Bound[] = tails.flatMap(([name, tail]) =>
  (["upper", "lower"] as const).map((side) => ({formula: `Poisson ${name} ${side}`, side, tail})),
);

/** The number expected at which so many events stand on a limit: they lie above it where their lower bound is. */
function boundOf({side, tail}: Bound, events: number): number {
  const {lower, upper} = exactLimits(events, tail);
  return side === "upper" ? lower : upper;
}

/** The events nearest to a limit where so many are expected: of the upper one those next beyond it. */
function eventsAt(bound: Bound, expected: number): number {
  let [low, high] = [0, Math.ceil(2 * expected + 40)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (boundOf(bound, middle) < expected) low = middle;
    else high = middle;
  }
  return bound.side === "upper" ? high : low;
}

/** Whole numbers, ever further apart, with those next to the last. */
function eventsFrom(first: number, last: number): readonly number[] {
  const ratio = (last + 1) / (first + 1);
  const spread = Array.from({length: corners + 1}, (_, at) => Math.round((first + 1) * ratio ** (at / corners) - 1));
  return [...new Set([...spread, last - 1, last])].filter((events) => events >= 0).toSorted((a, b) => a - b);
}
