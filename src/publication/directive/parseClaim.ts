import {measureOf} from "../../measures/index.ts";
import type {Claim} from "../document/publication.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {Indicators} from "../query/indicator.ts";
import {readQuery} from "../query/parseQuery.ts";
import {areAlike, type Query} from "../query/query.ts";
import {TokenReader} from "../query/TokenReader.ts";
import {checkOneCell, checkOneVariable} from "./checkCell.ts";
import {readFilters} from "./readFilters.ts";

const operators = [">", "<", ">=", "<=", "="] as const;

/** Reads a claim without its first word, e.g. `share prison sex=male > 50%`. Throws PublicationError. */
export function parseClaim(text: string, position: SourcePosition, indicators?: Indicators): Claim {
  return readClaim(new TokenReader(text, position, indicators), position);
}

/** Reads a claim up to the end of its directive. `position` is where the directive starts. */
export function readClaim(reader: TokenReader, position: SourcePosition): Claim {
  const start = reader.offset;
  const isRanking = ["highest", "lowest"].includes(reader.peek()?.text ?? "");
  const claim = isRanking ? readRankClaim(reader) : readComparison(reader);
  const text = reader.textBetween(start, reader.endOfTaken);
  if (claim.kind === "claim-rank") {
    return {...claim, ifPublished: readFilters(reader, ["if published"]).ifPublished ?? false, text, position};
  }
  const {ifPublished = false, clearly, byAtLeast} = readFilters(reader, ["clearly", "by at least", "if published"]);
  const margin = {...(clearly && {clearly}), ...(byAtLeast !== undefined && {byAtLeast})};
  if (claim.operator === "=" && Object.keys(margin).length > 0) {
    throw reader.faultAt(start, "what is equal is not apart", "Write > or <, or leave out by how much");
  }
  return {...claim, ...margin, ifPublished, text: reader.textBetween(start, reader.endOfTaken), position};
}

function readRankClaim(reader: TokenReader) {
  const order = reader.takeWord("highest") ? ("highest" as const) : ("lowest" as const);
  reader.takeWord("lowest");
  const query = checkOneVariable(readQuery(reader));
  if (!reader.takeWord("is")) {
    throw reader.fault("a claim of rank names its category", "End it with is and the category: is heroin");
  }
  return {kind: "claim-rank" as const, query, order, category: reader.expectName("the category")};
}

function readComparison(reader: TokenReader) {
  const left = checkOneCell(readQuery(reader));
  const token = reader.take("operator");
  const operator = operators.find((known) => known === token?.text);
  if (operator === undefined) throw reader.fault("a claim needs a comparison", `Write one of ${operators.join(" ")}`);
  return {kind: "claim" as const, left, operator, right: readRight(reader, left)};
}

/** `50%`, `31.4`, `7,000` or another query. */
function readRight(reader: TokenReader, left: Query): Query | number {
  const {offset} = reader;
  const first = reader.peek()?.text ?? "";
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?%?)$/.test(first)) {
    const right = checkOneCell(readQuery(reader));
    if (areAlike(left, right)) return right;
    throw reader.faultAt(
      offset,
      `a ${measureOf(left).named(left)} cannot be compared with a ${measureOf(right).named(right)}`,
      "Compare like with like",
    );
  }
  const digits = (reader.take("word")?.text ?? "").replaceAll(",", "");
  if (digits.endsWith("%") && measureOf(left).unit !== "percent") {
    throw reader.faultAt(offset, `a ${left.measure} is not a percentage`, "Remove the % or claim a share");
  }
  return Number(digits.replace("%", ""));
}
