import type {FewestPolicy} from "../../measures/index.ts";
import {intervalNeeds, rulesOfSums, type Policy} from "../../publication/index.ts";

/** What a policy asks of cells of few records, and of those that one of many is nearly all of. */
export function fewestPolicy(policy: Policy): FewestPolicy {
  const {needs, dominance} = rulesOfSums(policy);
  const {threshold, meanNeeds} = policy;
  return {threshold, meanNeeds, intervalNeeds: intervalNeeds(policy), sumNeeds: needs, dominance};
}
