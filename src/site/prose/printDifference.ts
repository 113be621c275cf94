import type {Directive} from "../../publication/index.ts";
import {differenceOfShares} from "../../release/index.ts";
import type {PublishedAnswer} from "./compareCells.ts";
import {printPair} from "./printComparison.ts";
import type {Printed} from "./printed.ts";
import type {Reading} from "./Reading.ts";

type DifferenceDirective = Extract<Directive, {kind: "difference"}>;

/** "+2.2 points, 95% interval +0.7 to +3.6", or that there is no interval to give. */
export function printDifference(directive: DifferenceDirective, reading: Reading): Printed {
  return printPair(directive, [directive.left, directive.right], {reading, write: writeDifference});
}

function writeDifference(left: PublishedAnswer, right: PublishedAnswer): string {
  const place = ({asked, cell, release}: PublishedAnswer) => ({address: asked.address, cell, release});
  const difference = differenceOfShares(place(left), place(right));
  if (difference === undefined) return "no interval can be given";
  const {points, lower, upper} = difference;
  return `${signed(points)} points, 95% interval ${signed(lower)} to ${signed(upper)}`;
}

/** One decimal with its sign, as a difference is written: "+2.2", "−0.4", "0.0". */
function signed(points: number): string {
  const written = Math.abs(points).toFixed(1);
  if (Number(written) === 0) return written;
  return `${points < 0 ? "−" : "+"}${written}`;
}
