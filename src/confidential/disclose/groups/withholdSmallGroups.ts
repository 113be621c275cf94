import {cellKey} from "../../../publication/index.ts";
import {withhold, type Disclosure} from "../disclosure.ts";
import {groupRuleOf} from "./groupRuleOf.ts";

/**
 * Withholds the breakdown of every group of fewer people than the policy asks, its zeros too: what is left of it would say
 * that all of them share one answer. The group's own count stays where it is safe.
 */
export function withholdSmallGroups(disclosure: Disclosure): Disclosure {
  const {breakdown} = groupRuleOf(disclosure);
  return withhold(disclosure, "small-group", ({address}) => breakdown.has(cellKey(address)));
}
