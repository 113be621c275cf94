/** A simple fraction and its words. */
interface Fraction {
  readonly percent: number;
  readonly words: string;
  /** 1 for all: it goes with every other. */
  readonly denominator: number;
}

/** A share in the words of the simple fraction that it is near. */
export interface FractionInWords {
  readonly words: string;
  readonly denominator: number;
}

/** Fractions that have a name of their own, ascending. */
const fractions: readonly Fraction[] = (
  [
    [1, 100, "one in a hundred"],
    [1, 50, "one in fifty"],
    [1, 20, "one in twenty"],
    [1, 10, "one in ten"],
    [1, 9, "one in nine"],
    [1, 8, "one in eight"],
    [1, 7, "one in seven"],
    [1, 6, "one in six"],
    [1, 5, "a fifth"],
    [1, 4, "a quarter"],
    [3, 10, "three in ten"],
    [1, 3, "a third"],
    [2, 5, "two fifths"],
    [1, 2, "half"],
    [3, 5, "three fifths"],
    [2, 3, "two thirds"],
    [7, 10, "seven in ten"],
    [3, 4, "three quarters"],
    [4, 5, "four fifths"],
    [9, 10, "nine in ten"],
    [1, 1, "all"],
  ] as const
).map(([numerator, denominator, words]) => ({percent: (100 * numerator) / denominator, words, denominator}));

/** Percentage points within which a share is the fraction itself: it prints the same to one decimal. */
const exactly = 0.05;
/** Percentage points within which "about" is true of a share: it prints as the same whole percentage. */
const about = 0.5;
/** Farthest that "almost" and "just over" reach, in percentage points and as a part of the fraction. */
const reach = {points: 1, part: 0.1};

/**
 * A share in words, from its exact count: "about a quarter", "almost a fifth", "just over half". Undefined where no
 * simple fraction lies within a percentage point: such a share is said as a percentage alone. `count` is at most `of`,
 * `of` above 0.
 */
export function fractionInWords(count: number, of: number): FractionInWords | undefined {
  const percent = (100 * count) / of;
  if (count === 0) return {words: "none", denominator: 1};
  if (count === of) return {words: "all", denominator: 1};
  const nearest = nearestTo(percent);
  const {words, denominator} = nearest;
  const distance = percent - nearest.percent;
  if (Math.abs(distance) > Math.min(reach.points, reach.part * nearest.percent)) return undefined;
  // Nobody calls 99.7% "about all": short of everybody it stays "almost".
  if (denominator === 1) return {words: "almost all", denominator};
  if (Math.abs(distance) < exactly) return {words, denominator};
  if (Math.abs(distance) <= about * Math.min(1, nearest.percent / 10)) return {words: `about ${words}`, denominator};
  return {words: `${distance < 0 ? "almost" : "just over"} ${words}`, denominator};
}

function nearestTo(percent: number): Fraction {
  const distanceTo = (fraction: Fraction) => Math.abs(percent - fraction.percent);
  return fractions.reduce((nearest, other) => (distanceTo(other) < distanceTo(nearest) ? other : nearest));
}
