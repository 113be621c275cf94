import {cellKey, measureOf, restsOn, type CellAddress} from "../../measures/index.ts";
import type {SignOff} from "./signOff.ts";

/**
 * Why a cell is withheld, in sentences for the analyst, who knows the extracts. `undefined` where the sign-off does not
 * know it as withheld.
 */
export function explainCell(address: CellAddress, signOff: SignOff): readonly string[] | undefined {
  const key = cellKey(address);
  if (signOff.primaries.includes(key)) return explainPrimary(key, signOff);
  switch (signOff.others[key]) {
    case "secondary":
      return explainSecondary(key, signOff);
    case "people":
      return explainPeople(key, signOff);
    case "small-group":
      return ["It narrows a group of fewer people than the policy asks, whose breakdown is withheld whole, zeros too."];
    case "by-choice":
      return ["Its own count is safe. The policy names it among the remedies, as withheld by the analyst's choice."];
    case "rests-on-withheld":
      return ["It rests on a count that is withheld:", ...withheldBelow(address, signOff).map((count) => `  ${count}`)];
    case "too-few-for-a-mean":
      return [explainFew(address)];
    case undefined:
      return undefined;
  }
}

function explainFew(address: CellAddress): string {
  const {name} = measureOf(address);
  if (name === "sum")
    return "It is a sum of fewer records above nought, or the lower limit of their number, than the policy asks for, or one that the largest dominates.";
  const orLed =
    name === "mean" || name === "estimated-mean"
      ? ", or, where the report asks sums, one that the largest number dominates"
      : "";
  return `It is a ${name} over fewer records than the policy asks for${orLed}.`;
}

function explainPrimary(key: string, {protection}: SignOff): readonly string[] {
  const found = protection[key];
  if (found === undefined) return ["Its count is below the policy's threshold."];
  return [
    "Its count is below the policy's threshold.",
    `A reader cannot tell it from at least ${found.values - 1} other values, because these are withheld too:`,
    ...found.through.map((other) => `  ${other}`),
  ];
}

function explainSecondary(key: string, {protection}: SignOff): readonly string[] {
  const protectedByIt = Object.keys(protection).filter((unsafe) => protection[unsafe]?.through.includes(key));
  return [
    "Its own count is safe. Without it these could be worked out:",
    ...protectedByIt.map((unsafe) => `  ${unsafe}`),
  ];
}

function explainPeople(key: string, {people}: SignOff): readonly string[] {
  const protects = people[key];
  return [
    "Its own count is safe. Without it no other people could be found who give the same publication and another count",
    ...(protects === undefined ? ["of a group that must not be known."] : ["of this group:", `  ${protects}`]),
  ];
}

function withheldBelow(address: CellAddress, {primaries, others}: SignOff): readonly string[] {
  return restsOn(address)
    .map(cellKey)
    .filter((count) => primaries.includes(count) || others[count] !== undefined);
}
