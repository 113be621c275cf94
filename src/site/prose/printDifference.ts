import type {Directive} from "../../publication/index.ts";
import {differenceOfAnswered, differenceOfShares} from "../../release/index.ts";
import {placeAnswer, type PublishedAnswer} from "./compareCells.ts";
import {printPair} from "./printComparison.ts";
import type {Printed} from "./printed.ts";
import {signedNumber} from "../words/signedNumber.ts";
import type {Reading} from "./Reading.ts";

type DifferenceDirective = Extract<Directive, {kind: "difference"}>;

/**
 * "+2.2 points, 95% interval +0.7 to +3.6; among those who answered +0.9, −0.7 to +2.5", or that there is no interval to
 * give. The second part stands where the bases hold people who gave no answer, and how many is released.
 */
export function printDifference(directive: DifferenceDirective, reading: Reading): Printed {
  return printPair(directive, [directive.left, directive.right], {reading, write: writeDifference});
}

function writeDifference(left: PublishedAnswer, right: PublishedAnswer): string {
  const [one, other] = [placeAnswer(left), placeAnswer(right)];
  const difference = differenceOfShares(one, other);
  if (difference === undefined) return "no interval can be given";
  const {points, lower, upper} = difference;
  const whole = `${signedNumber(points)} points, 95% interval ${range(lower, upper)}`;
  const answered = differenceOfAnswered(one, other);
  if (answered === undefined) return whole;
  return `${whole}; among those who answered ${signedNumber(answered.points)}, ${range(answered.lower, answered.upper)}`;
}

/** The ends of an interval, which stay in one line: "−0.4 to +2.7". */
function range(lower: number, upper: number): string {
  return `${signedNumber(lower)}\u00a0to\u00a0${signedNumber(upper)}`;
}
