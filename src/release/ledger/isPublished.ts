import type {Release} from "../release.ts";

/**
 * Whether a release of the ledger counts as published on a day (ISO): from the day of publication that it names on,
 * whether or not somebody looked at it; and for good once a later one has replaced it.
 */
export function isPublished({edition, number}: Pick<Release, "edition" | "number">, today: string): boolean {
  return number !== undefined || edition.published <= today;
}
