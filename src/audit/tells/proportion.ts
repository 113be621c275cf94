import {numberKey} from "./printedNumbers.ts";
import {ofFiguresAlone, quotientFaults} from "./quotient.ts";
import {roundedShare} from "./roundedShare.ts";
import type {Published, Tells} from "./tells.ts";

const z = 1.959964;

/** The shares π of which (p − π)² = z² π (1 − π) / n, as numbers of n. */
function scoreBounds(count: number, of: number): readonly [number, number] {
  const [a, b, c] = [of + z ** 2, -(2 * count + z ** 2), count ** 2 / of];
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  return [(of * (-b - root)) / (2 * a), (of * (-b + root)) / (2 * a)];
}

/** A part of a published figure. */
export const proportion: Tells<"proportion"> = {
  ...ofFiguresAlone,
  faultsOf: (printed) => quotientFaults(printed, {times: 100, decimals: 1, most: 100, ofCount: scoreBounds}),
  numbersOf: ({cell}) => [asPrinted(cell)],
  numbersInTable: ({cell}) => [asPrinted(cell)],
  namesOf: () => ["proportion"],
  nameInFiles: ({column, over}) => `proportion ${column} of ${over}`,
};

function asPrinted({value, count, of}: Published): string {
  return count === undefined || of === undefined ? numberKey(value, true) : roundedShare(count, of, 1);
}
