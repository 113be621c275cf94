import type {Release} from "../../release/index.ts";
import {countInWords} from "./countInWords.ts";

/** How the counts of a release are rounded, in a sentence for every place that shows them; undefined where they are not. */
export function roundingInWords({base, within}: Release["disclosure"]["policy"]): string | undefined {
  if (base === undefined || within === undefined) return undefined;
  return `Counts are rounded to multiples of ${countInWords(base)}, all together, so that tables add; each is at most ${countInWords(within)} from the true one.`;
}
