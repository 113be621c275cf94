import type {CellAddress, FewestPolicy} from "../../measures/index.ts";
import {intervalNeeds, rulesOfSums, type Policy} from "../../publication/index.ts";

/** What a policy asks of cells of few records. The two largest are looked at only where a publication asks sums. */
export function fewestPolicy(policy: Policy, asked: Iterable<CellAddress>): FewestPolicy {
  const {needs, dominance} = rulesOfSums(policy);
  const hasSums = [...asked].some(({measure}) => measure === "sum");
  return {
    meanNeeds: policy.meanNeeds,
    intervalNeeds: intervalNeeds(policy),
    sumNeeds: needs,
    dominance: hasSums ? dominance : 0,
  };
}
