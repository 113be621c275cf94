import type {Directive} from "../../publication/index.ts";
import {differenceOf, roundRatioHalfUp, type PlacedCell, type Difference} from "../../release/index.ts";
import type {PublicCell} from "./editionInDist.ts";
import {numberKey} from "../tells/printedNumbers.ts";
import {tellsOf} from "../tells/registry.ts";

/** The keys of numbers that a directive prints and that no cell holds: they are made of those that it asks. */
export function derivedNumbers(directive: Directive, cells: readonly PublicCell[]): readonly string[] {
  switch (directive.kind) {
    case "difference":
      return differencesBetween(cells);
    case "change":
      return cells.flatMap(unansweredShare);
    case "value":
      return cells.flatMap((cell) => [...roundedBy(directive, cell), ...boundsBy(directive, cell)]);
    case "claim":
    case "claim-rank":
    case "compare":
    case "fact":
    case "label":
    case "otherwise":
    case "outlying":
    case "ranking":
    case "report":
    case "see":
    case "status":
    case "term":
    case "unclaimed":
      return [];
  }
}

/** The difference of two shares, or means, and the ends of its interval, as they are written. */
function differencesBetween([left, right]: readonly PublicCell[]): readonly string[] {
  const [one, other] = [left && placeOf(left), right && placeOf(right)];
  if (one === undefined || other === undefined) return [];
  const {among, amongAnswered} = differenceOf(one, other) ?? {};
  return [among, amongAnswered].flatMap(numbersOfDifference);
}

function placeOf({asked, cell, release}: PublicCell): PlacedCell | undefined {
  return cell.status === "published" ? {address: asked.address, cell, release} : undefined;
}

function numbersOfDifference(difference: Difference | undefined): readonly string[] {
  if (difference === undefined) return [];
  const {amount, lower, upper, decimals} = difference;
  return [amount, lower, upper].map((number) => numberKey(Number(number.toFixed(decimals))));
}

/** The share of a base that gave no answer, as a whole percentage. */
function unansweredShare({cell, missing}: PublicCell): readonly string[] {
  if (cell.status !== "published" || missing?.status !== "published") return [];
  const {of = 0} = cell;
  if (of === 0) return [];
  const percent = roundRatioHalfUp(100 * missing.value, of, 0);
  return [numberKey(percent === 0 && missing.value > 0 ? 1 : percent, true)];
}

/** "around 1,500" and "around 6": a value to the nearest hundred, or with fewer decimals, where the text asks for it. */
function roundedBy(directive: Directive, {cell}: PublicCell): readonly string[] {
  if (directive.kind !== "value" || cell.status !== "published") return [];
  const {nearest, decimals} = directive.format;
  const toStep = nearest === undefined ? [] : [numberKey(Math.floor(cell.value / nearest + 0.5) * nearest)];
  const toDecimals = decimals === undefined ? [] : [numberKey(Number(cell.value.toFixed(decimals)))];
  return [...toStep, ...toDecimals];
}

/** The ends of an interval that the text asks for beside its number, as that number is printed. */
function boundsBy(directive: Directive, {asked: {address}, release, cell}: PublicCell): readonly string[] {
  if (directive.kind !== "value" || directive.format.withInterval !== true || cell.status !== "published") return [];
  const ends = [cell.lower, cell.upper].filter((end) => end !== undefined);
  return ends.flatMap((value) =>
    tellsOf(address).numbersInTable({release, address, cell: {status: "published", value}}),
  );
}
