import type {Directive} from "../../publication/index.ts";
import {differenceOf, type Difference} from "../../release/index.ts";
import {placeAnswer, type PublishedAnswer} from "./compareCells.ts";
import {printPair} from "./printComparison.ts";
import type {Printed} from "./printed.ts";
import {signedNumber} from "../words/signedNumber.ts";
import type {Reading} from "./Reading.ts";
import {unitOfDifference} from "./unitOfDifference.ts";

type DifferenceDirective = Extract<Directive, {kind: "difference"}>;

/**
 * "+2.2 points, 95% interval +0.7 to +3.6; among those who answered +0.9, −0.7 to +2.5", or that there is no interval to
 * give. The second part stands where the bases hold people who gave no answer, and how many is released.
 */
export function printDifference(directive: DifferenceDirective, reading: Reading): Printed {
  return printPair(directive, [directive.left, directive.right], {reading, write: writeDifference});
}

function writeDifference(left: PublishedAnswer, right: PublishedAnswer): string {
  const difference = differenceOf(placeAnswer(left), placeAnswer(right));
  if (difference === undefined) return "no interval can be given";
  const {among, amongAnswered} = difference;
  const unit = unitOfDifference(left);
  const named = unit === "percentage points" ? "points" : unit;
  const whole = `${signedNumber(among.amount, among.decimals)} ${named}, 95% interval ${range(among)}`;
  if (amongAnswered === undefined) return whole;
  const {amount, decimals} = amongAnswered;
  return `${whole}; among those who answered ${signedNumber(amount, decimals)}, ${range(amongAnswered)}`;
}

/** The ends of an interval, which stay in one line: "−0.4 to +2.7". */
function range({lower, upper, decimals}: Difference): string {
  return `${signedNumber(lower, decimals)}\u00a0to\u00a0${signedNumber(upper, decimals)}`;
}
