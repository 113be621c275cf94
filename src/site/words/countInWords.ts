import {spellNumber} from "./spellNumber.ts";

/** A whole number in words where it has short ones, in digits otherwise: "five", "1,200". */
export function countInWords(count: number): string {
  return spellNumber(count) ?? count.toLocaleString("en-GB");
}
