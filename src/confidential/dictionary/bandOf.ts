import {notStatedCategory} from "./commonCategories.ts";
import type {Band} from "./dictionary.ts";

/** The group that a number belongs to; "not stated" where there is no number, or no group for it. */
export function bandOf(number: number | null, groups: readonly Band[]): string {
  if (number === null) return notStatedCategory.name;
  const band = groups.find(
    ({from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY}) => number >= from && number <= to,
  );
  return band?.name ?? notStatedCategory.name;
}
