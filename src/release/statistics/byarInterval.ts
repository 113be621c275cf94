import {z95 as z, type Interval} from "../../measures/index.ts";

/**
 * 95% interval of a count of events by Byar's approximation to the exact Poisson limits; `count` is 0 or more.
 *
 * Source: Breslow NE, Day NE, 1987, Statistical methods in cancer research II, IARC; the method that the Office for
 * Health Improvement and Disparities uses for rates.
 */
export function byarInterval(count: number): Interval {
  const above = count + 1;
  return {
    lower: count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3,
  };
}
