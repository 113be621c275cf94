import type {Release} from "../../release/index.ts";
import {countInWords} from "./countInWords.ts";

/**
 * How counts of some releases are rounded, in a sentence for every place that shows them; undefined where none are.
 * Where only some are, or not alike, the sentence names their periods.
 */
export function roundingInWords(releases: readonly Release[]): string | undefined {
  const distinct = [...new Map(releases.map((release) => [release.edition.id, release])).values()];
  const rules = new Set(distinct.map(ruleOf));
  const [only] = rules;
  if (rules.size < 2) return only === undefined ? undefined : `Counts are ${only}.`;
  const named = distinct.flatMap((release) => {
    const rule = ruleOf(release);
    return rule === undefined ? [] : [`Counts of ${release.edition.period.label} are ${rule}.`];
  });
  return named.join(" ");
}

function ruleOf({disclosure: {policy}}: Release): string | undefined {
  const {base, within} = policy;
  if (base === undefined || within === undefined) return undefined;
  return `rounded to multiples of ${countInWords(base)}, all together, so that tables add; each is at most ${countInWords(within)} from the true one`;
}
