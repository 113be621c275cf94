import {cellKey, restsOn} from "../../publication/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import {isPublishable, withhold, type Disclosure} from "./disclosure.ts";

/**
 * Shares, means and rates follow the counts that they rest on: a percentage of a withheld count gives it back. A mean
 * needs a number of records too, because the mean of a few people tells of each. Of a group that is printed as nobody
 * there is no mean to withhold; a rounded count of none may stand for somebody.
 */
export function followCounts(disclosure: Disclosure): Disclosure {
  const restsOnWithheld = ({address}: CountedCell): boolean =>
    restsOn(address).some((count) => !isPublishable(disclosure, count));
  const {cells, policy} = disclosure;
  const isOfNobody = ({address}: CountedCell): boolean =>
    policy.method === "withhold" &&
    restsOn(address).every(
      (count) => cells.get(cellKey(count))?.counted.count === 0 && isPublishable(disclosure, count),
    );
  const isThinMean = (cell: CountedCell): boolean =>
    cell.address.measure === "mean" && cell.count < policy.meanNeeds && !isOfNobody(cell);
  return withhold(withhold(disclosure, "rests-on-withheld", restsOnWithheld), "too-few-for-a-mean", isThinMean);
}
