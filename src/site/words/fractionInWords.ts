/** Percentages that have a name of their own, ascending. */
const fractions: readonly (readonly [percent: number, words: string])[] = [
  [1, "one in a hundred"],
  [2, "one in fifty"],
  [5, "one in twenty"],
  [10, "one in ten"],
  [12.5, "one in eight"],
  [100 / 6, "one in six"],
  [20, "a fifth"],
  [25, "a quarter"],
  [30, "three in ten"],
  [100 / 3, "a third"],
  [40, "two fifths"],
  [50, "half"],
  [60, "three fifths"],
  [200 / 3, "two thirds"],
  [70, "seven in ten"],
  [75, "three quarters"],
  [80, "four fifths"],
  [90, "nine in ten"],
  [100, "all"],
];

/** Percentage points within which a share is the fraction itself: it prints the same to one decimal. */
const exactly = 0.05;
/** Percentage points within which "about" is true of a share: it prints as the same whole percentage. */
const about = 0.5;
/** Farthest that "almost" and "just over" reach, in percentage points and as a part of the fraction. */
const reach = {points: 2.5, part: 0.12};

/**
 * A share in words, from its exact count: "about a quarter", "almost a fifth", "just over half", and, where no named
 * fraction is near, "more than" the next one below, which is always true. `count` is at most `of`, `of` above 0.
 */
export function fractionInWords(count: number, of: number): string {
  const percent = (100 * count) / of;
  if (count === 0) return "none";
  if (count === of) return "all";
  const [fraction, words] = nearestTo(percent);
  const distance = percent - fraction;
  if (Math.abs(distance) > Math.min(reach.points, reach.part * fraction)) return betweenFractions(percent);
  // Nobody calls 99.7% "about all": short of everybody it stays "almost".
  if (words === "all") return "almost all";
  if (Math.abs(distance) < exactly) return words;
  if (Math.abs(distance) <= about * Math.min(1, fraction / 10)) return `about ${words}`;
  return distance < 0 ? `almost ${words}` : `just over ${words}`;
}

function nearestTo(percent: number): readonly [number, string] {
  const distanceTo = ([fraction]: readonly [number, string]) => Math.abs(percent - fraction);
  return fractions.reduce((nearest, other) => (distanceTo(other) < distanceTo(nearest) ? other : nearest));
}

function betweenFractions(percent: number): string {
  const below = fractions.findLast(([fraction]) => fraction < percent);
  return below === undefined ? "fewer than one in a hundred" : `more than ${below[1]}`;
}
