import {amongAnswered, unansweredOf} from "./amongAnswered.ts";
import {differenceOfShares, type ShareDifference} from "./differenceOfShares.ts";
import type {PlacedCell} from "./placedCell.ts";

/**
 * `left` less `right` among those who answered, with its 95% interval, in percentage points. Undefined where everybody
 * answered, so that it is the difference among all, and where it is not released of both how many did not.
 */
export function differenceOfAnswered(left: PlacedCell, right: PlacedCell): ShareDifference | undefined {
  const [one, other] = [amongAnswered(left), amongAnswered(right)];
  if (one === undefined || other === undefined) return undefined;
  const isWhole = [left, right].every((placed) => unansweredOf(placed)?.count === 0);
  return isWhole ? undefined : differenceOfShares(one, other);
}
