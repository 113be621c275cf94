/** A line of a control chart: where it stands at each point, in order. */
export interface ProcessLine {
  readonly formula: `${"XmR" | "p"} ${"centre" | "upper" | "lower"}`;
  readonly values: readonly number[];
}

/** A count and the base that it is a share of. */
export interface CountedShare {
  readonly count: number;
  readonly of: number;
}

/** Three standard deviations in mean moving ranges of two neighbours: 3 / 1.128. */
const errorsInRanges = 2.66;

/** With fewer points no limits are drawn; with fewer than the second number they are called provisional. */
export const pointsNeeded = {least: 8, settled: 12} as const;

/** So many points in a row on one side of the centre are a signal. */
const run = 8;

/**
 * The lines of an XmR chart of single values: their mean, and the mean ± 2.66 times the mean difference between neighbours,
 * whichever way it goes.
 *
 * Source: Wheeler DJ, Understanding Variation, 1993; NHS England, Making data count.
 */
export function xmrLines(values: readonly number[]): readonly ProcessLine[] {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const [centre, error] = [mean(values), errorsInRanges * mean(ranges)];
  const flat = (level: number) => values.map(() => level);
  return [
    {formula: "XmR upper", values: flat(centre + error)},
    {formula: "XmR centre", values: flat(centre)},
    {formula: "XmR lower", values: flat(centre - error)},
  ];
}

/**
 * The lines of a p-chart of shares, in percent: the share p of all together, and p ± 3 √(p (100 − p) / n) for the base n of
 * each, within 0 and 100.
 *
 * Source: Montgomery DC, Introduction to Statistical Quality Control, 7th edition, section 7.2.
 */
export function pLines(shares: readonly CountedShare[]): readonly ProcessLine[] {
  const centre = (100 * sum(shares.map(({count}) => count))) / sum(shares.map(({of}) => of));
  const at = (errors: number) =>
    shares.map(({of}) => {
      const limit = centre + errors * Math.sqrt((centre * (100 - centre)) / of);
      return Math.min(100, Math.max(0, limit));
    });
  return [
    {formula: "p upper", values: at(3)},
    {formula: "p centre", values: at(0)},
    {formula: "p lower", values: at(-3)},
  ];
}

/** What tells that more than chance moves a process: the numbers of points, from 0. */
export interface Signals {
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** Eight or more in a row on one side of the centre: the first and the last. */
  readonly runs: readonly {readonly from: number; readonly to: number; readonly side: "above" | "below"}[];
}

/** The points beyond the limits, and the runs. A point on the centre ends a run. */
export function signalsOf(values: readonly number[], lines: readonly ProcessLine[]): Signals {
  const [upper, centre, lower] = lines.map((line) => line.values);
  const numbers = values.map((_, index) => index);
  const sides = values.map((value, index) => Math.sign(value - (centre?.[index] ?? value)));
  const starts = numbers.filter((index) => index === 0 || sides[index] !== sides[index - 1]);
  const runs = starts.flatMap((from, index) => {
    const to = (starts[index + 1] ?? values.length) - 1;
    const side = sides[from] === 1 ? ("above" as const) : ("below" as const);
    return sides[from] === 0 || to - from + 1 < run ? [] : [{from, to, side}];
  });
  return {
    above: numbers.filter((index) => (values[index] ?? 0) > (upper?.[index] ?? Infinity)),
    below: numbers.filter((index) => (values[index] ?? 0) < (lower?.[index] ?? -Infinity)),
    runs,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
