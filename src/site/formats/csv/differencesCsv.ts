import type {ShareDifference} from "../../../release/index.ts";
import type {ToldDifference} from "../../prose/differencesOf.ts";
import {writeCsv} from "./writeCsv.ts";

const header = [
  ...["chapter", "left_edition", "left", "right_edition", "right", "unit", "status"],
  ...["points", "lower", "upper", "answered_points", "answered_lower", "answered_upper"],
];

/**
 * The differences that a report prints in its text as CSV, one row each: `left` less `right`, as the text asks them, in
 * percentage points with one decimal, and the ends of the 95% interval; the same among those who answered, where some did
 * not. Empty unless published.
 */
export function differencesCsv(differences: readonly ToldDifference[]): string {
  const lines = differences.map(({chapter, left, right, editions, status, among, amongAnswered}) => [
    ...[chapter, editions[0], left, editions[1], right, "percentage points", status],
    ...numbersOf(among),
    ...numbersOf(amongAnswered),
  ]);
  return writeCsv([header, ...lines]);
}

function numbersOf(difference: ShareDifference | undefined): readonly string[] {
  if (difference === undefined) return ["", "", ""];
  const {points, lower, upper} = difference;
  // Nought has no sign.
  return [points, lower, upper].map((number) => String(Number(number.toFixed(1)) || 0));
}
