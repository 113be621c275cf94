import {weighed} from "./dominance.ts";
import type {NumbersAt} from "./ofNumbers.ts";
import {studentLimit} from "./studentLimit.ts";
import type {Sentence} from "./tells.ts";

/** An interval as printed, and the numbers of some people who give it. */
export interface PrintedSpread {
  /** How many of them have each value of the column. */
  readonly counts: readonly number[];
  /** Ends of the interval in tenths of a step. */
  readonly ends: readonly [lower: number, upper: number];
}

/**
 * What a 95% t interval says, as sums over records: how many there are and what they have together stay as they are, and
 * the squares of how far each is from a number near the mean come to so much that the ends round as they are printed. Every
 * population of which these hold prints the same mean and interval; there are others that do as well.
 */
export function saysSpread(asked: NumbersAt, {counts, ends}: PrintedSpread): readonly Sentence[] {
  const {known, numbers} = asked;
  const spread = spreadOf(counts, numbers);
  if (spread.known < 2) return [];
  const {centre} = spread;
  const prints = (squares: number): boolean => printsEnds({...spread, squares}, {ends, doubt: -nearHalf});
  const range = printsEnds(spread, {ends, doubt: nearHalf})
    ? ([furthest(spread.squares, -1, prints), furthest(spread.squares, 1, prints)] as const)
    : // People who do not give what is printed must not give this either.
      ([spread.squares + 1, spread.squares] as const);
  return [
    {says: "implied", parts: [known], range: [spread.known, spread.known]},
    {says: "implied", parts: [weighed(asked, (number) => number)], range: [spread.sum, spread.sum]},
    {says: "implied", parts: [weighed(asked, (number) => (number - centre) ** 2)], range},
  ];
}

/** How many numbers there are, what they come to, and the squares of how far they are from a whole number near their mean. */
interface Spread {
  readonly known: number;
  readonly sum: number;
  readonly centre: number;
  readonly squares: number;
}

function spreadOf(counts: readonly number[], numbers: readonly (number | null)[]): Spread {
  const sumOf = (weigh: (number: number) => number): number =>
    counts.reduce((sum, count, value) => sum + (count === 0 ? 0 : count * weigh(numbers[value] ?? 0)), 0);
  const [known, sum] = [sumOf(() => 1), sumOf((number) => number)];
  const centre = Math.round(sum / Math.max(1, known));
  return {known, sum, centre, squares: sumOf((number) => (number - centre) ** 2)};
}

/** Closer than this to a half, in tenths, nobody can tell which way it was rounded: either will do for whom it is printed of. */
const nearHalf = 1e-6;

interface PrintedEnds {
  readonly ends: PrintedSpread["ends"];
  /** By how much of a tenth an end may miss what rounds to the one printed. */
  readonly doubt: number;
}

function printsEnds({known, sum, centre, squares}: Spread, {ends: [lower, upper], doubt}: PrintedEnds): boolean {
  const beyond = sum - known * centre;
  const variance = (squares - (beyond * beyond) / known) / (known - 1);
  if (variance < -nearHalf) return false;
  const half = limitOf(known - 1) * Math.sqrt(Math.max(0, variance) / known);
  const isAt = (end: number, printed: number): boolean => {
    return Math.abs(10 * end - printed) <= 0.5 + doubt;
  };
  return isAt(sum / known - half, lower) && isAt(sum / known + half, upper);
}

const limits = new Map<number, number>();

function limitOf(degrees: number): number {
  const limit = limits.get(degrees) ?? studentLimit(degrees);
  limits.set(degrees, limit);
  return limit;
}

/** The last whole number on one side of another of which the same holds. */
function furthest(from: number, direction: 1 | -1, holds: (number: number) => boolean): number {
  let step = 1;
  while (from + direction * step >= 0 && holds(from + direction * step)) step *= 2;
  let [inside, outside] = [Math.floor(step / 2), step];
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (from + direction * middle >= 0 && holds(from + direction * middle)) inside = middle;
    else outside = middle;
  }
  return from + direction * inside;
}
