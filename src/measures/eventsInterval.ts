import {z95 as z, type Interval} from "./interval.ts";

/** Fewer events than this have exact limits: Byar's approximation is too rough for them. */
const exactBelow = 10;
/** Of either tail of a 95% interval. */
const usualTail = 0.025;

/**
 * 95% interval of a count of events, a whole number from 0: Byar's approximation to the exact Poisson limits, and below
 * ten events these themselves.
 *
 * Source: Breslow NE, Day NE, 1987, Statistical methods in cancer research II, IARC; Garwood F, 1936, Biometrika
 * 28:437–442 for the exact limits. The Office for Health Improvement and Disparities takes both as here.
 */
export function eventsInterval(count: number): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError("events are counted in whole numbers from 0");
  if (count < exactBelow) return exactInterval(count);
  const above = count + 1;
  return {
    lower: count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  };
}

/**
 * Exact 95% interval of a count of events, a whole number from 0: the means of which so many events, or more, and so many,
 * or fewer, would each be seen once in forty times.
 *
 * Source: Garwood F, 1936, Biometrika 28:437–442.
 */
export function exactInterval(count: number): Interval {
  return exactLimits(count, usualTail);
}

/** The means of which so many events, or more, and so many, or fewer, would each be seen with the likelihood `tail`. */
export function exactLimits(count: number, tail: number): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError("events are counted in whole numbers from 0");
  const lower = count === 0 ? 0 : meanAt(1 - tail, count - 1);
  return {lower, upper: meanAt(tail, count)};
}

/** The mean at which `most` events or fewer are as likely as `probability`: the likelihood falls as the mean grows. */
function meanAt(probability: number, most: number): number {
  let [low, high] = [0, 2 * most + 40];
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (likelihoodUpTo(most, middle) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The Poisson likelihood of `most` events or fewer, summed from `most` down so that large counts neither over- nor underflow. */
function likelihoodUpTo(most: number, mean: number): number {
  let term = 1;
  let sum = 0;
  for (let events = most; events >= 0 && term > 1e-17 * sum; events -= 1) {
    sum += term;
    term *= events / mean;
  }
  const logOfMost = most * Math.log(mean) - mean - logFactorial(most);
  return Math.min(1, Math.exp(logOfMost + Math.log(sum)));
}

/** The natural logarithm of n!, by Stirling's series, which is exact to twelve digits from ten on. */
function logFactorial(n: number): number {
  if (n < 10) return Math.log(Array.from({length: n}, (_, at) => at + 1).reduce((product, one) => product * one, 1));
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series;
}
