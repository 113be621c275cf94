import {DisclosureError} from "../../../audit/index.ts";

/** Cells that a message names at most: a part that cannot be rounded may hold hundreds. */
const most = 12;

/** The error of counts that no rounding keeps additive. Names cells, never their values. */
export function unroundedCounts(keys: readonly string[], base: number): DisclosureError {
  const named = keys
    .toSorted()
    .slice(0, most)
    .map((key) => `  ${key}`);
  const others = keys.length > most ? [`  and ${String(keys.length - most)} more that are tied to them`] : [];
  return new DisclosureError(
    `No multiples of ${String(base)} near these counts were found that add up as the counts do:\n${[...named, ...others].join("\n")}\n` +
      "Ask for one table fewer of those that cross the same variables, leave totals out, or write method: withhold in policy.yaml.",
  );
}
