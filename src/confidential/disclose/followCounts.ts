import {restsOn} from "../../publication/index.ts";
import type {CountedCell} from "../tabulate/tabulation.ts";
import {isPublishable, withhold, type Disclosure} from "./disclosure.ts";

/**
 * Shares, means and rates follow the counts that they rest on: a percentage of a withheld count gives it back. A mean
 * needs a number of records too, because the mean of a few people tells of each.
 */
export function followCounts(disclosure: Disclosure): Disclosure {
  const restsOnWithheld = ({address}: CountedCell): boolean =>
    restsOn(address).some((count) => !isPublishable(disclosure, count));
  const isThinMean = ({address, count}: CountedCell): boolean =>
    address.measure === "mean" && count < disclosure.policy.meanNeeds;
  return withhold(withhold(disclosure, "rests-on-withheld", restsOnWithheld), "too-few-for-a-mean", isThinMean);
}
