import type {Category} from "./vocabulary.ts";

/** How a query names the region as a whole, whichever region a report is about: `area=region`. */
export const wholeRegion = "region";

/** The region as a row of a reference: no place among its areas, so that no ranking and no map has it. */
export function regionAsWhole({label, text}: {readonly label: string; readonly text: string}): Category {
  return {name: wholeRegion, code: "", label, text, role: "outside"};
}
