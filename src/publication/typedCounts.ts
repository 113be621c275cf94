/** The numbers from two to nine in words. */
export const units = "two three four five six seven eight nine".split(" ");
const teens = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const above = `(?:${tens.join("|")})(?:[- ](?:one|${units.join("|")}))?`;
/** "One client may require several kinds" is no count; "only one client" is. */
const single = "(?:only|just|exactly|but) one|a single|a lone|no more than one";
const word = `(?:${single}|${above}|${[...units, ...teens].join("|")}|(?:a|one|two) hundred|a dozen|a couple of|a pair of)`;
/** Digits that are no part of a year or a longer number: those are typed numbers anywhere, and counts where people follow. */
const digits = String.raw`(?<![\p{Nd}.,/–-])(?:\p{Nd}{1,3}(?:,\p{Nd}{3})*|[\p{Nl}\p{No}]+)`;
const between =
  "(?:(?:more|other|further|male|female|young|younger|old|older|adult|prison|community|new|such|white|known|of|the|these|those|our|them|these) )*";
const people =
  "people|persons|men|women|boys|girls|clients?|prisoners?|inmates?|offenders?|patients?|users?|residents?|individuals?|adults?|children|cases|forms|records|person|man|woman|boy|girl|form";
const counted = `(?:${people})(?![’'\\w-])`;
const patterns = [
  new RegExp(`\\b(?:${word}) ${between}${counted}`, "giu"),
  // "Of the women three were under age."
  new RegExp(`\\b(?:${word}) (?:were|was|had|lived|used|named|said|came)\\b`, "giu"),
  // "One in five women."
  new RegExp(
    `\\b(?:one|${[...units, ...teens].join("|")}) in (?:${[...units, ...teens].join("|")}|${tens.join("|")}|a hundred)\\b`,
    "giu",
  ),
];
const inDigits = new RegExp(`${digits} ${between}${counted}`, "giu");

const none = "no|none|nil|nought|null|zero|one";
const alone = new RegExp(`^(?:${none}|${word}|[ivxlcdm]{2,})$`, "iu");

/** Whether a text is nothing but a number: in words, or in the letters of Roman ones. */
export function isNumberInWords(text: string): boolean {
  return alone.test(text.trim());
}

/**
 * Counts of people that a text gives in words: "four women", "two of the clients", "one in five". Like digits they may
 * not be typed, because nobody would judge them.
 */
export function countsInWords(text: string): readonly string[] {
  const line = text.replace(/\s+/g, " ");
  return patterns.flatMap((pattern) => [...line.matchAll(pattern)].map(([found]) => found));
}

/** Counts of people in words or digits: what may not stand even where a citation or a unit may hold numbers. */
export function typedCounts(text: string): readonly string[] {
  const line = text.replace(/\s+/g, " ");
  return [...countsInWords(line), ...[...line.matchAll(inDigits)].map(([found]) => found)];
}
