import type {Equation} from "../search/countModel.ts";
import {protectionOf} from "../search/protectionOf.ts";
import type {Derivation} from "./deriveCount.ts";
import type {Situation} from "./situation.ts";

/** Sums, and parts of one sum, that are printed in full. */
const most = 6;

/** A derivation in lines. Names cells and sums; never a count. */
export function describeDerivation(derivation: Derivation, situation: Situation): readonly string[] {
  const {model} = situation;
  const name = (cell: number): string => {
    const known = model.cells[cell];
    return known === undefined ? "" : situation.nameOf(known);
  };
  const sums = derivation.sums.flatMap((sum) => model.equations[sum] ?? []);
  return [
    ...shorten(sums.map((sum) => describeSum(sum, name))).map(
      (sum, index) => `${index === 0 ? "from " : "and "}${sum}`,
    ),
    ...shorten(derivation.printed.map(name)).map((cell) => `where ${cell} is printed`),
    ...describeMarks(derivation, situation),
    ...(derivation.isUndecided ? ["nothing that hides it was found within the limit of work"] : []),
  ];
}

function describeSum({total, parts}: Equation, name: (cell: number) => string): string {
  return `${name(total)} = ${shorten(parts.map(name)).join(" + ")}`;
}

function describeMarks({usesLeast, usesMost, usesWholeness}: Derivation, {policy}: Situation): readonly string[] {
  const {range} = protectionOf(policy);
  const lines: string[] = [];
  if (usesLeast) lines.push(`because no withheld count is below ${String(range(1).least)}`);
  if (usesMost) lines.push(`because a count with the mark of small ones is not above ${String(range(1).most)}`);
  if (usesWholeness) lines.push("because counts are whole numbers");
  return lines;
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${String(lines.length - most + 1)} more`];
}
