import {ofNumberAlone} from "./ofNumbers.ts";
import {meanSentences, saysOfMean, saysOfRoundedMean} from "./ofMeans.ts";
import type {Tells, ToldCell} from "./tells.ts";

/** A mean says the sum of a number to its rounding, and that no fewer records have it than the policy asks. */
export const mean: Tells<"mean"> = {
  ...ofNumberAlone,
  says: (told) => saysOfMean(told, needed(told)),
  saysRounded: (told) => saysOfRoundedMean(told, needed(told)),
  saysOfPeople: (told) => meanSentences(told, needed(told)),
  isSum: true,
  cuts: () => undefined,
  faultsOf: ({cell: {count, lower, upper}}) =>
    count === undefined && lower === undefined && upper === undefined
      ? []
      : ["is a mean with numbers that no mean has"],
  namesOf: () => ["mean"],
  nameInFiles: ({variable}) => `mean ${variable}`,
  apart: "beyond a tenth",
};

function needed({release}: ToldCell<"mean">): number {
  return release.disclosure.policy.meanNeeds;
}
