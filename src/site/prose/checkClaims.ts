import {PublicationError, type Claim, type Fault, type Publication, type Query} from "../../publication/index.ts";
import {roundRatioHalfUp} from "../../release/index.ts";
import type {Releases} from "../releases/releases.ts";
import {formatNumber} from "../words/formatCell.ts";
import {listInWords} from "../words/listInWords.ts";
import {askCell, askCells, type AnsweredCell} from "./askCells.ts";
import {claimsOf} from "./claimsOf.ts";
import {compareCells, compareWithNumber, isPublished, type PublishedCell} from "./compareCells.ts";
import {isLeftOut} from "./printRanking.ts";
import {writeCell} from "./printValue.ts";
import {rankCells} from "./rankCells.ts";

type Comparison = Extract<Claim, {kind: "claim"}>;
type RankClaim = Extract<Claim, {kind: "claim-rank"}>;

const holds = {
  ">": (difference: number) => difference > 0,
  "<": (difference: number) => difference < 0,
  ">=": (difference: number) => difference >= 0,
  "<=": (difference: number) => difference <= 0,
} as const;

/**
 * Judges every claim of a report on what has been released. Throws one PublicationError with a fault for each claim
 * that is not true, or that rests on a cell that readers cannot see.
 */
export function checkClaims(publication: Publication, releases: Releases): void {
  const faults = claimsOf(publication, releases.has("previous")).flatMap(
    (claim) => faultOfClaim(claim, releases) ?? [],
  );
  if (faults.length > 0) throw new PublicationError(faults);
}

/** What is wrong with a claim; nothing where it holds. */
export function faultOfClaim(claim: Claim, releases: Releases): Fault | undefined {
  return claim.kind === "claim" ? comparisonFault(claim, releases) : rankFault(claim, releases);
}

function comparisonFault(claim: Comparison, releases: Releases): Fault | undefined {
  const left = askCell(claim.left, releases);
  const right = typeof claim.right === "number" ? claim.right : askCell(claim.right, releases);
  if (!isPublished(left.cell)) return withheldFault(claim, claim.left);
  if (typeof right === "number") {
    const isTrue = matchesNumber(left, left.cell, {operator: claim.operator, number: right});
    return isTrue ? undefined : untrue(claim, `the left side is ${describe(left, left.cell)}`);
  }
  if (!isPublished(right.cell)) return withheldFault(claim, claim.right as Query);
  if (left.asked.address.measure !== right.asked.address.measure) {
    return fault(claim, "compares two different measures", "Ask the same measure on both sides");
  }
  const difference = compareCells(left.cell, right.cell);
  const written = [describe(left, left.cell), describe(right, right.cell)] as const;
  const isTrue =
    claim.operator === "="
      ? writeCell(left, left.cell) === writeCell(right, right.cell)
      : holds[claim.operator](difference);
  return isTrue ? undefined : untrue(claim, `the sides are ${written[0]} and ${written[1]}`);
}

function matchesNumber(
  left: AnsweredCell,
  cell: PublishedCell,
  {operator, number}: {operator: Comparison["operator"]; number: number},
): boolean {
  if (operator !== "=") return holds[operator](compareWithNumber(cell, number));
  // An equality is about what is printed, so it is judged at the precision that the claim is written with.
  const decimals = `${number}`.split(".")[1]?.length ?? 0;
  const {measure} = left.asked.address;
  if (measure === "share" && cell.count !== undefined && cell.of !== undefined) {
    return roundRatioHalfUp(100 * cell.count, cell.of, decimals) === number;
  }
  return cell.value === number;
}

function rankFault(claim: RankClaim, releases: Releases): Fault | undefined {
  const answers = askCells(claim.query, releases).filter((answer) => !isLeftOut(answer, ["not-stated", "outside"]));
  const first = rankCells(answers, {order: claim.order, skip: 0, take: 1});
  if (first === undefined) return withheldFault(claim, claim.query);
  const names = first.map(({asked}) => asked.place.map(({category}) => (category === "total" ? "" : category.name)));
  if (first.length === 1 && names[0]?.includes(claim.category) === true) return undefined;
  const written = first.map(
    (answer) =>
      `${answer.asked.place.map(({category}) => (category === "total" ? "" : category.name)).join(" ")} (${describe(answer, answer.cell)})`,
  );
  return untrue(claim, written.length === 0 ? "nothing is published" : `the ${claim.order} is ${listInWords(written)}`);
}

function describe(answer: AnsweredCell, cell: PublishedCell): string {
  const {count, of} = cell;
  const written = writeCell(answer, cell);
  return count === undefined || of === undefined
    ? written
    : `${written} (${formatNumber(count, 0)} of ${formatNumber(of, 0)})`;
}

function untrue(claim: Claim, numbers: string): Fault {
  return fault(claim, `is not true: ${numbers}`, "Change the sentence that rests on it, and the claim with it");
}

function withheldFault(claim: Claim, query: Query): Fault | undefined {
  if (claim.ifPublished) return undefined;
  return fault(
    claim,
    `rests on a cell that is not published ("${query.text}")`,
    'Say something else, or give the paragraph an "otherwise" and end the claim with "| if published"',
  );
}

function fault(claim: Claim, what: string, remedy: string): Fault {
  return {position: claim.position, what: `the claim "${claim.text}" ${what}`, remedy};
}
