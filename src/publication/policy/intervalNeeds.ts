import type {Policy} from "./policy.ts";

/** What applies where a policy says nothing. Source: `docs/disclosure.md`, "The policy". */
const usual = 30;

/** What of a policy says how many records a mean with its interval needs. */
interface RuledIntervals extends Pick<Policy, "threshold" | "meanNeeds"> {
  readonly intervalNeeds?: Policy["intervalNeeds"] | undefined;
}

/** How many records a mean with its interval needs: never fewer than the mean itself. */
export function intervalNeeds({threshold, meanNeeds, intervalNeeds: needs}: RuledIntervals): number {
  return needs ?? Math.max(usual, threshold, meanNeeds);
}
