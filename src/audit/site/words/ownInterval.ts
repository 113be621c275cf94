/** A share in whole numbers. */
export interface Ratio {
  readonly count: number;
  readonly of: number;
}

const z = 1.959964;

/**
 * Which of two shares is greater, as far as the 95% interval of their difference lets it be said: 1 the
 * first, -1 the second, 0 neither. Newcombe's interval (1998, method 10) from the roots of the score equation, written
 * apart from the code that chooses the words. `correlation` is 0 for two groups; for two answers of one group that shut
 * each other out see {@link exclusiveCorrelation}. Undefined so near to the edge that rounding decides.
 */
export function ownSide(one: Ratio, other: Ratio, correlation = 0): -1 | 0 | 1 | undefined {
  const {lower, upper} = ownInterval(one, other, correlation);
  if (Math.min(Math.abs(lower), Math.abs(upper)) < 1e-7) return undefined;
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}

/** The 95% interval of a first share less a second one, as {@link ownSide} judges by it. */
export function ownInterval(
  one: Ratio,
  other: Ratio,
  correlation: number,
): {readonly lower: number; readonly upper: number} {
  const [left, right] = [scoreRoots(one), scoreRoots(other)];
  const [p, q] = [one.count / one.of, other.count / other.of];
  const spread = (a: number, b: number): number => Math.sqrt(Math.max(0, a ** 2 + b ** 2 - 2 * correlation * a * b));
  return {
    lower: p - q - spread(p - left.lower, right.upper - q),
    upper: p - q + spread(left.upper - p, q - right.lower),
  };
}

/** How two answers of one group hang together of which nobody gave both: the more gave either, the fewer the other. */
export function exclusiveCorrelation({count, of}: Ratio, {count: other}: Ratio): number {
  const outside = (of - count) * (of - other);
  return outside === 0 ? 0 : -Math.sqrt((count * other) / outside);
}

/** The two π for which (p − π)² = z² π (1 − π) / n. */
export function scoreRoots({count, of}: Ratio): {readonly lower: number; readonly upper: number} {
  const [a, b, c] = [of + z ** 2, -(2 * count + z ** 2), count ** 2 / of];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return {lower: (-b - root) / (2 * a), upper: (-b + root) / (2 * a)};
}
