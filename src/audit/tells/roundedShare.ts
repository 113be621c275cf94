import {roundRatioHalfUp} from "../../release/index.ts";
import {numberKey} from "./printedNumbers.ts";

/** The key of a percentage of whole numbers as it is printed: "<1%" and ">99%" near the ends, with their number. */
export function roundedShare(count: number, of: number, places: number): string {
  const percent = roundRatioHalfUp(100 * count, of, places);
  const least = 1 / 10 ** places;
  if (percent === 0 && count > 0) return numberKey(least, true);
  return percent === 100 && count < of ? numberKey(100 - least, true) : numberKey(percent, true);
}
