import {z95 as z, type Interval} from "./interval.ts";

/**
 * 95% interval of a proportion by Wilson's score method without continuity correction, as proportions from 0 to 1.
 * `of` must be above 0 and not below `count`.
 *
 * Source: Wilson EB, 1927, JASA 22:209–212; the method that the Office for Health Improvement and Disparities uses.
 */
export function wilsonInterval(count: number, of: number): Interval {
  if (of <= 0 || count < 0 || count > of)
    throw new RangeError("a proportion needs 0 ≤ count ≤ base and a base above 0");
  const share = count / of;
  const middle = 2 * count + z ** 2;
  const spread = z * Math.sqrt(z ** 2 + 4 * count * (1 - share));
  const scale = 2 * (of + z ** 2);
  return {lower: Math.max(0, (middle - spread) / scale), upper: Math.min(1, (middle + spread) / scale)};
}
