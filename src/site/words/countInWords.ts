/** A whole number in words where it has short ones, in digits otherwise: "five", "1,200". */
export function countInWords(count: number): string {
  return spellNumber(count) ?? count.toLocaleString("en-GB");
}

const units = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
] as const;

const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;

/** A whole number in words, from "none" to "one hundred"; undefined for any other, which is printed in digits. */
export function spellNumber(count: number): string | undefined {
  if (!Number.isInteger(count) || count < 0 || count > 100) return undefined;
  if (count === 100) return "one hundred";
  if (count < units.length) return units[count];
  const ten = tens[Math.floor(count / 10)];
  return count % 10 === 0 ? ten : `${ten}-${units[count % 10]}`;
}

/** Rounds a count half up to a multiple of `step`: 3,855 to the nearest 100 is 3,900, 50 to the nearest 100 is 100. */
export function roundToNearest(count: number, step: number): number {
  return Math.floor((2 * count + step) / (2 * step)) * step;
}
