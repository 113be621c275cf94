/**
 * The made-up people of the national summary, whose offending never changes: what before and after show of them all the
 * same. Each person's offences in a half-year are a Poisson count around a mean of their own, independent of other
 * half-years; the means are spread exponentially over people. Whoever offends in one half-year is chosen.
 * `data/reference/unchanged-*.csv` are written by the test of this file.
 */

/** What two half-years show of the people chosen by the first of them. */
export interface Chosen {
  /** Offences for every person chosen, in the half-year that chooses and in any other. */
  readonly before: number;
  readonly after: number;
  /** The part of the people chosen who have fewer offences after, and their offences by then for each one before. */
  readonly fewer: number;
  readonly leftOfFewer: number;
}

/** Offences in a half-year, on average over everybody. */
export const levels = {seldom: 0.5, "now-and-then": 1, often: 2};
/** The pair of counts is summed up to here; beyond it lies less than a millionth of a millionth. */
const most = 200;

/** What is seen of people whose means are spread exponentially around `mean`. */
export function chooseByOneHalfYear(mean: number): Chosen {
  const sums = {people: 0, before: 0, after: 0, fewer: 0, beforeOfFewer: 0, afterOfFewer: 0};
  for (let before = 1; before <= most; before++) {
    for (let after = 0; after <= most; after++) {
      const people = probability(before, after, mean);
      sums.people += people;
      sums.before += people * before;
      sums.after += people * after;
      if (after >= before) continue;
      sums.fewer += people;
      sums.beforeOfFewer += people * before;
      sums.afterOfFewer += people * after;
    }
  }
  const {people} = sums;
  return {
    before: sums.before / people,
    after: sums.after / people,
    fewer: sums.fewer / people,
    leftOfFewer: sums.afterOfFewer / sums.beforeOfFewer,
  };
}

/**
 * Of `first` offences in one half-year and `second` in another: two Poisson counts of one mean, integrated over an
 * exponential spread of it, which is a binomial coefficient times powers of mean / (1 + 2 mean).
 */
function probability(first: number, second: number, mean: number): number {
  let result = 1 / (1 + 2 * mean);
  for (let each = 1; each <= first + second; each++) {
    result *= mean / (1 + 2 * mean);
    if (each <= first) result *= (second + each) / each;
  }
  return result;
}

const halfYears = ["before-3", "before-2", "before-1", "chosen", "after-1", "after-2", "after-3"];

/** Offences for every 100 people chosen, by half-year: only the one that chooses them is another. */
export function halfYearsCsv(): string {
  const {before, after} = chooseByOneHalfYear(levels["now-and-then"]);
  const rows = halfYears.map((name) => [name, name === "chosen" ? percent(before) : percent(after)]);
  return csv([["half-year", "offences"], ...rows]);
}

/** The same of people who offend seldom, now and then, and often, with the parts of them who have fewer. */
export function levelsCsv(): string {
  const rows = Object.entries(levels).map(([level, mean]) => {
    const {before, after, fewer, leftOfFewer} = chooseByOneHalfYear(mean);
    return [level, ...[before, after, 1 - after / before, fewer, 1 - leftOfFewer].map(percent)];
  });
  return csv([["level", "before", "after", "fall", "fewer", "fall-of-fewer"], ...rows]);
}

function percent(part: number): string {
  return (100 * part).toFixed(0);
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(",")}\n`).join("");
}
