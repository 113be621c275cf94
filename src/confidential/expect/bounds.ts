import type {ExpectedBounds} from "../../publication/index.ts";

/** So many standard errors are beyond chance, however many categories are looked at. */
const errors = 5;

/** A category, or a place, of fewer records comes and goes by chance. */
const fewest = 20;

/** Shares of fewer records than this are not held against each other. */
const leastBase = 50;

/** So many records of a whole. */
export interface PartOf {
  readonly count: number;
  readonly of: number;
}

/** By how many points a share may change: those of no answer, or of any other category, of a variable. */
export function pointsFor(bounds: ExpectedBounds, variable: string, isNotStated: boolean): number {
  const own = bounds.variables[variable];
  return isNotStated ? (own?.notStated ?? bounds.notStated) : (own?.share ?? bounds.share);
}

/** Whether the share of one is further from that of another than so many points, and than chance. */
export function isBeyond(before: PartOf, now: PartOf, points: number): boolean {
  if (before.of < leastBase || now.of < leastBase) return false;
  const [was, is] = [before.count / before.of, now.count / now.of];
  const together = (before.count + now.count) / (before.of + now.of);
  const error = Math.sqrt(together * (1 - together) * (1 / before.of + 1 / now.of));
  return Math.abs(is - was) > Math.max(points / 100, errors * error);
}

/** Whether so many records, where one expects as many as before, are fewer or more than the bound and chance allow. */
export function isOtherSize(before: number, now: number, part: number): boolean {
  const isFar = now > before * (1 + part) || now * (1 + part) < before;
  return isFar && Math.abs(now - before) > errors * Math.sqrt(before + now);
}

/** Whether a month has fewer forms than usual by more than a part of them, and than chance; of few forms nothing is usual. */
export function isFarBelow(usual: number, forms: number, part: number): boolean {
  return usual >= fewest && forms < usual * (1 - part) && usual - forms > errors * Math.sqrt(usual);
}

/** Whether a category that many records had has none any more. */
export function isGone(before: PartOf, now: PartOf): boolean {
  return before.count >= fewest && now.count === 0 && before.count * now.of >= fewest * before.of;
}
