import {notStatedCategory} from "./commonCategories.ts";
import type {Band} from "./dictionary.ts";

/** The group that a number of years belongs to; "not stated" where there is no number, or no group for it. */
export function bandOf(years: number | null, groups: readonly Band[]): string {
  if (years === null) return notStatedCategory.name;
  const band = groups.find(
    ({from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY}) => years >= from && years <= to,
  );
  return band?.name ?? notStatedCategory.name;
}
