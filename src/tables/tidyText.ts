/**
 * Characters that part words and show nothing, as ranges of code points: every blank of Unicode, line breaks, tabs.
 * Source: the property White_Space of Unicode 16.
 */
export const blankRanges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
] as const;

/**
 * Characters that neither show nor part anything: controls, and what Unicode 16 calls Default_Ignorable_Code_Point,
 * with the fillers that look like blanks.
 */
export const invisibleRanges = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
] as const;

type Ranges = readonly (readonly [number, number])[];

const blanks = new RegExp(`[${classOf(blankRanges)}]+`, "gu");
const invisibles = new RegExp(`[${classOf(invisibleRanges)}]+`, "gu");
const ends = new RegExp(
  `^[${classOf(blankRanges)}${classOf(invisibleRanges)}]+|[${classOf(blankRanges)}${classOf(invisibleRanges)}]+$`,
  "gu",
);

/** A name, label or code: nothing invisible, one blank between words and none around them, in normal form C. */
export function tidyLabel(text: string): string {
  return text.replace(invisibles, "").replace(blanks, " ").trim().normalize("NFC");
}

/** A reference: as it is inside, without blanks and invisible characters at its ends, in normal form C. */
export function tidyReference(text: string): string {
  return text.replace(ends, "").normalize("NFC");
}

function classOf(ranges: Ranges): string {
  return ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join("");
}
