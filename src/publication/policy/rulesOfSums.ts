import type {Policy} from "./policy.ts";

/** What a policy asks of sums. */
export interface RulesOfSums {
  /** A sum of fewer records above the floor of their number, nought as a rule, is withheld. */
  readonly needs: number;
  /** What all but the two largest have above the floor is at least so many percent of what the largest has; 0 where not asked. */
  readonly dominance: number;
}

/** What applies where a policy says nothing. Source: `docs/disclosure.md`, "The policy". */
const usual: RulesOfSums = {needs: 10, dominance: 10};

/** What of a policy says of sums. */
interface RuledSums {
  readonly threshold: Policy["threshold"];
  readonly sumNeeds?: Policy["sumNeeds"] | undefined;
  readonly dominance?: Policy["dominance"] | undefined;
}

/** The rules of a policy, usual where it says nothing; no sum is of fewer people than may be counted. */
export function rulesOfSums({
  threshold,
  sumNeeds = Math.max(usual.needs, threshold),
  dominance = usual.dominance,
}: RuledSums): RulesOfSums {
  return {needs: sumNeeds, dominance};
}
