import {withoutExempt} from "./exemptions.ts";
import type {Checked, SiteFinding, Findings} from "./finding.ts";
import {numbersInWords} from "./numbersInWords.ts";
import {printedNumbers} from "../tells/printedNumbers.ts";

/** A text with where it stands and what it may say. */
export interface AuditedText {
  readonly text: string;
  readonly file: string;
  readonly place: string;
  readonly kind: Checked;
  readonly numbers: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

export const remedyForNumber =
  "Ask for the number in the template, give it as a fact with its source, or take it out, and build again";

/** Finds every number of a text, in digits or counting people in words, that is neither released for its place nor exempt. */
export function auditText(audited: AuditedText, findings: Findings): void {
  const {kind, numbers, file, place} = audited;
  const text = audited.text.replace(/\s+/g, " ");
  const worded = numbersInWords(text);
  if (worded.length === 0 && !/\p{N}/u.test(text)) return;
  const left = withoutExempt(text, audited.phrases);
  findings.count(kind, printedNumbers(text).length + worded.length);
  for (const {text: number, key} of [...printedNumbers(left), ...numbersInWords(left)]) {
    if (!numbers.has(key)) findings.add(unreleased(number, {file, place}));
  }
}

/** A number that nothing answers for. */
export function unreleased(number: string, {file, place}: Pick<SiteFinding, "file" | "place">): SiteFinding {
  return {file, place, what: `${number} is no number that is released for this place`, remedy: remedyForNumber};
}
