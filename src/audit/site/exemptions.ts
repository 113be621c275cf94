/** A number that is no statistic: where it may stand and why. */
interface Exemption {
  readonly reason: string;
  readonly pattern: RegExp;
}

/**
 * The only wordings with digits that may stand in any text of the site besides released cells and the wordings that an
 * edition itself brings (its title, dates, sources, facts, typed years and labels; see `phrases`). Structural
 * numbers are checked where they stand instead: note marks and file sizes (`structuralWords`), the ticks of axes
 * (`ticksOf`), identifiers (`wrongStructure`), page numbers (`auditPdf`), counts of withheld cells (`scope`).
 */
export const exemptions: readonly Exemption[] = [
  {
    reason: "the level of the confidence intervals, in the builder's own words",
    pattern: /\b95% (?:confidence )?intervals?\b/g,
  },
  {reason: "the factor of control limits", pattern: /\b2\.66 times the mean difference\b/g},
  {reason: "the encoding of the data files", pattern: /\bUTF-8\b/g},
  {reason: "the standard that the site meets", pattern: /\bGuidelines version 2\.2\b/g},
  {reason: "what shares of a question with several answers do not do", pattern: /\badd (?:up )?to 100%/g},
  {reason: "the kind of the hashes in the methods", pattern: /\bSHA-256\b/g},
  {reason: "how far a page can be enlarged", pattern: /\benlarge the text to 400%/g},
  {reason: "the law on accessibility", pattern: /\bNo\. ?2\) Accessibility Regulations 2018\b/g},
  {reason: "how long the time is that a rolling sum is of", pattern: /\b\d{1,3} months ending\b/g},
  {reason: "the unit of a rate", pattern: /\bper (?:1|10|100),000\b/g},
  {reason: "how a browser fits the page to its window", pattern: /^width=device-width, initial-scale=1$/g},
];

/** A text with every exempt wording blanked, so that what is left keeps its place. */
export function withoutExempt(text: string, phrases: readonly string[]): string {
  const patterns = exemptions.map(({pattern}) => pattern);
  // An edition's own wordings first: they may hold one of the others.
  const blanked = phrases.filter((phrase) => phrase !== "").reduce((left, phrase) => blankPhrase(left, phrase), text);
  return patterns.reduce((left, pattern) => left.replace(pattern, blank), blanked);
}

/** Blanks a wording wherever it stands by itself: not as a part of a longer number. */
function blankPhrase(text: string, phrase: string): string {
  const lower = text.toLowerCase();
  const wanted = phrase.toLowerCase();
  let left = text;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isWhole(lower, at, wanted)) left = left.slice(0, at) + blank(left.slice(at, end)) + left.slice(end);
  }
  return left;
}

function isWhole(text: string, at: number, phrase: string): boolean {
  const continuesBefore = /^\d/.test(phrase) && /\d[.,]?$/.test(text.slice(0, at));
  const continuesAfter = /\d$/.test(phrase) && /^(?:\d|[.,]\d|%)/.test(text.slice(at + phrase.length));
  return !continuesBefore && !continuesAfter;
}

function blank(text: string): string {
  return " ".repeat(text.length);
}
