import {cellKey, measureOf, restsOn, type CellAddress} from "../../measures/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import {fewestPolicy} from "./fewestPolicy.ts";
import {isPublishable, withhold, type Disclosure} from "./disclosure.ts";

/**
 * Cells follow the counts that they rest on: a percentage of a withheld count gives it back. Means, quantiles and
 * sums need a number of records too, because those of a few people tell of each, and those of one who dominates of that one. Of a group that is printed as nobody
 * there is no mean to withhold; a rounded count of none may stand for somebody.
 */
export function followCounts(disclosure: Disclosure): Disclosure {
  const restsOnWithheld = ({address}: CountedCell): boolean =>
    restsOn(address).some((count) => !isPublishable(disclosure, count));
  const {cells, policy} = disclosure;
  const isPrintedAsNobody = (count: CellAddress): boolean =>
    cells.get(cellKey(count))?.counted.count === 0 && isPublishable(disclosure, count);
  const isOfNobody = ({address}: CountedCell): boolean =>
    policy.method === "withhold" && restsOn(address).length > 0 && restsOn(address).every(isPrintedAsNobody);
  const needs = fewestPolicy(policy);
  const isThin = (cell: CountedCell): boolean =>
    measureOf(cell.address).isOfTooFew(cell, cell.address, needs) && !isOfNobody(cell);
  return withhold(withhold(disclosure, "rests-on-withheld", restsOnWithheld), "too-few-for-a-mean", isThin);
}
