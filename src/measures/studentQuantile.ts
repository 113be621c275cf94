/** Beyond so many degrees of freedom the expansion in their powers is exact to twelve figures. */
const manyDegrees = 1_000;

/** 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * The 97.5th percentile of Student's t distribution with whole degrees of freedom, from 1.
 *
 * Source: Abramowitz M, Stegun IA, 1964, Handbook of mathematical functions, 26.7.3 and 26.7.4 for the distribution, of which
 * the percentile is sought by halving; 26.7.5 for many degrees of freedom.
 */
export function studentQuantile(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError("degrees of freedom are whole numbers from 1");
  if (degrees > manyDegrees) return expanded(degrees);
  let [low, high] = [z, 13];
  while (high - low > 1e-14 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (within(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The probability of a value between −t and t. */
function within(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine2 = Math.cos(angle) ** 2;
  const isOdd = degrees % 2 === 1;
  let [sum, term] = [0, isOdd ? Math.cos(angle) : 1];
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= (cosine2 * (power + 1)) / (power + 2);
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function expanded(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}
