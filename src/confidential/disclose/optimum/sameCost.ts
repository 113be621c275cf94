/** Costs are sums of roots that differ in their last digits by the order of adding up. */
const nothing = 1e-6;

/** A billionth of a large cost: what adding up and a solver's fractions may be out by. */
const nothingOf = 1e-9;

/** Below this much apart, costs of this size are the same. */
export function sameCost(cost: number): number {
  return Math.max(nothing, nothingOf * cost);
}
