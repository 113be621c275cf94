/** The ends of an interval, in the units of what it is about. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A number with its own 95% interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** 97.5th percentile of the standard normal distribution: all intervals are two-sided and of 95%. */
export const z95 = 1.959963984540054;
