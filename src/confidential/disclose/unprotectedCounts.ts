import {DisclosureError} from "../../audit/index.ts";

/** The error of counts that can be worked out whatever else is withheld. Names cells, never their values. */
export function unprotectedCounts(keys: readonly string[]): DisclosureError {
  const list = keys.map((key) => `  ${key}`).join("\n");
  return new DisclosureError(
    `These counts can be worked out from what the report prints, whatever else is withheld:\n${list}\n` +
      "Merge categories, leave a total or a sentence out, or hide zeros in the policy (zeros: hidden).",
  );
}
