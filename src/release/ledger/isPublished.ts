import type {Release} from "../release.ts";

/**
 * Whether a release of the ledger counts as published on a day (ISO): from the day of publication that it names on,
 * whether or not somebody looked at it; and for good once a later one has replaced it. One that names no day is a draft.
 */
export function isPublished({edition, number}: Pick<Release, "edition" | "number">, today: string): boolean {
  return number !== undefined || (edition.published !== undefined && edition.published <= today);
}

/** Whether an edition was published before another; drafts come after all that name a day. */
export function isPublishedBefore(one: Release["edition"], other: Release["edition"]): boolean {
  if (one.published === undefined) return false;
  return other.published === undefined || one.published < other.published;
}
