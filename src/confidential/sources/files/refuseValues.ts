import type {Refuse} from "../../../intake/index.ts";
import {dateLike} from "../../dictionary/dateFormat.ts";

/** Throws what `refuse` makes for a first line of values: a record would be taken for names, and printed. */
export function refuseValues(names: readonly string[], refuse: Refuse): void {
  if (!names.some(isValue)) return;
  throw refuse({line: 1}, "the first line holds values and no names. Export the file with its header.");
}

/** A date or a bare number is no name of a column. */
function isValue(name: string): boolean {
  return dateLike.test(name) || /^[\d.,\s-]+$/.test(name);
}
