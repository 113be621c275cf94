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
