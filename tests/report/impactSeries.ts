import {randomNumbers} from "./randomNumbers.ts";

/**
 * The made-up series of the report on a programme's impact: referrals to treatment and recorded drug-related acquisitive
 * crime in England, by quarter, April 2001 to March 2009. The review of 2009 printed pictures of them without a number;
 * what is drawn here lies within the printed axes (12 months ending: 0 to 50 thousand referrals, 1,000 to 2,000 thousand
 * crimes) and is otherwise nobody's. `data/reference/programme-impact-*.csv` are written by the test of this file.
 */

/** A quarter of a financial year: the first is April to June. */
interface Quarter {
  /** The calendar year in which its financial year begins. */
  readonly year: number;
  readonly quarter: number;
  /** People. */
  readonly referrals: number;
  /** Hundreds of crimes. */
  readonly crimes: number;
}

/** What a financial year comes to before chance, in thousands, 2001/02 to 2008/09. */
const referralsByYear = [4.8, 6.1, 12.4, 21.6, 30.5, 38.2, 42.6, 44.1];
const crimesByYear = [1742, 1790, 1701, 1527, 1421, 1358, 1214, 1136];
/** What each quarter of a year is by its season. */
const crimeSeason = [1.01, 1.02, 1, 0.97];
const firstYear = 2001;
const seed = 2009;

export const quarters: readonly Quarter[] = drawQuarters();

function drawQuarters(): readonly Quarter[] {
  const next = randomNumbers(seed);
  return referralsByYear.flatMap((_, year) =>
    [1, 2, 3, 4].map((quarter) => {
      const time = year + (quarter - 2.5) / 4;
      const referrals = (1000 * levelAt(referralsByYear, time) * (1 + 0.03 * deviation(next))) / 4;
      const season = crimeSeason[quarter - 1] ?? 1;
      const crimes = (10 * levelAt(crimesByYear, time) * season * (1 + 0.008 * deviation(next))) / 4;
      return {year: firstYear + year, quarter, referrals: Math.round(referrals), crimes: Math.round(crimes)};
    }),
  );
}

/** A level that goes straight from the middle of one year to that of the next; before and after them it stands still. */
function levelAt(years: readonly number[], time: number): number {
  const last = years.length - 1;
  const at = Math.min(Math.max(time, 0), last);
  const from = Math.min(Math.floor(at), last - 1);
  const [before = 0, after = 0] = years.slice(from, from + 2);
  return before + (after - before) * (at - from);
}

/** A standard normal deviate, nearly: twelve uniform ones less six. */
function deviation(next: () => number): number {
  return Array.from({length: 12}, next).reduce((sum, one) => sum + one, -6);
}

/** The quarters from the second year on, crimes in thousands and per hundred in the same quarter a year before. */
export function quartersCsv(): string {
  const lines = quarters.slice(4).map(({year, quarter, referrals, crimes}, at) => {
    const before = quarters[at];
    const name = `${String(year)}-${String(year + 1).slice(2)}-q${String(quarter)}`;
    return [name, referrals, thousands(crimes), before ? ((100 * crimes) / before.crimes).toFixed(1) : ""];
  });
  return csv([["quarter", "referrals", "crimes", "crimes-on-year"], ...lines]);
}

/** Sums of four quarters, crimes in thousands, by the month in which they end. */
export function yearsEndingCsv(): string {
  const lines = quarters.flatMap(({year, quarter}, at) => {
    const four = quarters.slice(at - 3, at + 1);
    if (at < 3) return [];
    const name = `${["jun", "sep", "dec", "mar"][quarter - 1] ?? ""}-${String(quarter === 4 ? year + 1 : year)}`;
    const sum = (of: "referrals" | "crimes"): number => four.reduce((total, one) => total + one[of], 0);
    return [[name, sum("referrals"), thousands(sum("crimes"))]];
  });
  return csv([["year-ending", "referrals", "crimes"], ...lines]);
}

function thousands(hundreds: number): string {
  return (hundreds / 10).toFixed(1);
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(",")}\n`).join("");
}
