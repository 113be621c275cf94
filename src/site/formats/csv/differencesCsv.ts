import type {Difference} from "../../../release/index.ts";
import type {ToldDifference} from "../../prose/differencesOf.ts";
import {writeCsv} from "./writeCsv.ts";

const header = [
  ...["chapter", "left_edition", "left", "right_edition", "right", "unit", "status"],
  ...["difference", "lower", "upper", "answered_difference", "answered_lower", "answered_upper"],
];

/**
 * The differences that a report prints in its text as CSV, one row each: `left` less `right`, as the text asks them, in their
 * unit, and the ends of the 95% interval; the same among those who answered, where some did not. Empty unless published.
 */
export function differencesCsv(differences: readonly ToldDifference[]): string {
  const lines = differences.map(({chapter, left, right, editions, unit, status, among, amongAnswered}) => [
    ...[chapter, editions[0], left, editions[1], right, unit, status],
    ...numbersOf(among),
    ...numbersOf(amongAnswered),
  ]);
  return writeCsv([header, ...lines]);
}

function numbersOf(difference: Difference | undefined): readonly string[] {
  if (difference === undefined) return ["", "", ""];
  const {amount, lower, upper, decimals} = difference;
  // Nought has no sign.
  return [amount, lower, upper].map((number) => String(Number(number.toFixed(decimals)) || 0));
}
