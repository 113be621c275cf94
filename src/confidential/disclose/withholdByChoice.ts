import {cellKey} from "../../publication/index.ts";
import {DisclosureError} from "../../audit/index.ts";
import {withhold, type Disclosure} from "./disclosure.ts";

/**
 * Withholds the counts that the analyst chose: a remedy where no other choice protects an unsafe count, or a way to save
 * a count that readers need more. Counts that are unsafe by themselves keep that reason.
 *
 * Throws DisclosureError for a zero that the policy shows: readers would take it for at least 1.
 */
export function withholdByChoice(disclosure: Disclosure): Disclosure {
  const {withheldByChoice, policy, cells} = disclosure;
  if (policy.zeros === "shown") {
    const zeros = [...withheldByChoice].filter((key) => cells.get(key)?.counted.count === 0);
    if (zeros.length > 0) throw shownZeros(zeros);
  }
  return withhold(disclosure, "by-choice", ({address}) => withheldByChoice.has(cellKey(address)));
}

function shownZeros(keys: readonly string[]): DisclosureError {
  return new DisclosureError(
    `The policy names cells to withhold that are printed in any case, because it shows zeros:\n` +
      `${keys.map((key) => `  ${key}`).join("\n")}\nRemove them from its remedies, or hide zeros (zeros: hidden).`,
  );
}
