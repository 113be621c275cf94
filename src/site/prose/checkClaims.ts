import {PublicationError, type Claim, type Fault, type Publication, type Query} from "../../publication/index.ts";
import {askCell, askCells, intervalOfNumber, roundRatioHalfUp, type Releases} from "../../release/index.ts";
import {formatNumber} from "../words/formatCell.ts";
import {listInWords} from "../words/listInWords.ts";
import {claimsOf} from "./claimsOf.ts";
import {
  compareWithNumber,
  isAnswered,
  placeAnswer,
  tellApart,
  wholeNumbersOf,
  type PublishedAnswer,
} from "./compareCells.ts";
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
  if (!isAnswered(left)) return withheldFault(claim, claim.left);
  if (typeof claim.right === "number") {
    const {operator, right: number} = claim;
    if (!matchesNumber(left, {operator, number})) return untrue(claim, `the left side is ${describe(left)}`);
    return marginFault(claim, left, number);
  }
  const right = askCell(claim.right, releases);
  if (!isAnswered(right)) return withheldFault(claim, claim.right);
  if (left.asked.address.measure !== right.asked.address.measure) {
    return fault(claim, "compares two different measures", "Ask the same measure on both sides");
  }
  const told = tellApart(left, right);
  const isTrue = claim.operator === "=" ? writeCell(left) === writeCell(right) : holds[claim.operator](told);
  if (isTrue) return marginFault(claim, left, right);
  const doubt = told === 0 && writeCell(left) !== writeCell(right) ? ", which cannot be told apart" : "";
  return untrue(claim, `the sides are ${describe(left)} and ${describe(right)}${doubt}`);
}

function matchesNumber(
  answer: PublishedAnswer,
  {operator, number}: {operator: Comparison["operator"]; number: number},
): boolean {
  const printed = printedBeside(answer, number);
  if (operator === "=") return printed === number;
  // Who reads "50%" reads no more than half.
  return holds[operator](compareWithNumber(answer, number)) && holds[operator](printed - number);
}

/** An answer as it is printed with as many decimals as a number beside it. */
function printedBeside({asked, cell}: PublishedAnswer, number: number): number {
  const whole = wholeNumbersOf(asked.address, cell);
  if (whole === undefined) return cell.value;
  return roundRatioHalfUp(100 * whole.count, whole.of, `${number}`.split(".")[1]?.length ?? 0);
}

/** What is wrong with how far apart a claim says that its sides are. */
function marginFault(claim: Comparison, left: PublishedAnswer, right: PublishedAnswer | number): Fault | undefined {
  const {clearly, byAtLeast, operator} = claim;
  if (byAtLeast !== undefined && apart(left, right, byAtLeast) < byAtLeast) {
    return untrue(claim, `the sides are ${sides(left, right)}`);
  }
  const side = operator.startsWith(">") ? 1 : -1;
  if (clearly === undefined || sideOf(left, right) === side) return undefined;
  return untrue(claim, `chance may be all that parts ${sides(left, right)}`);
}

function sides(left: PublishedAnswer, right: PublishedAnswer | number): string {
  return `${describe(left)} and ${typeof right === "number" ? String(right) : describe(right)}`;
}

/** How far two sides are apart, as they are and as they are printed with the decimals of a number: the lesser of both. */
function apart(left: PublishedAnswer, right: PublishedAnswer | number, beside: number): number {
  const exact = Math.abs(left.cell.value - (typeof right === "number" ? right : right.cell.value));
  const other = typeof right === "number" ? right : printedBeside(right, beside);
  return Math.min(exact, Math.abs(printedBeside(left, beside) - other));
}

/** On which side of what a claim holds it against a number lies with the whole of its interval: above 0, below, or neither. */
function sideOf(left: PublishedAnswer, right: PublishedAnswer | number): number {
  const own = intervalOfNumber(placeAnswer(left));
  const other = typeof right === "number" ? {lower: right, upper: right} : intervalOfNumber(placeAnswer(right));
  if (own === undefined || other === undefined) return 0;
  if (own.lower > other.upper) return 1;
  return own.upper < other.lower ? -1 : 0;
}

function rankFault(claim: RankClaim, releases: Releases): Fault | undefined {
  const answers = askCells(claim.query, releases).filter((answer) => !isLeftOut(answer, ["not-stated", "outside"]));
  const first = rankCells(answers, {order: claim.order, skip: 0, take: 1});
  if (first === undefined) return withheldFault(claim, claim.query);
  const names = first.map(({asked}) => asked.place.map(({category}) => (category === "total" ? "" : category.name)));
  if (first.length === 1 && names[0]?.includes(claim.category) === true) return undefined;
  const written = first.map(
    (answer) =>
      `${answer.asked.place.map(({category}) => (category === "total" ? "" : category.name)).join(" ")} (${describe(answer)})`,
  );
  return untrue(claim, written.length === 0 ? "nothing is published" : `the ${claim.order} is ${listInWords(written)}`);
}

function describe(answer: PublishedAnswer): string {
  const {count, of} = answer.cell;
  const written = writeCell(answer);
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
