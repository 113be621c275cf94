import {measureOf} from "../../measures/index.ts";
import type {CompareDirective, Directive, OutlyingDirective} from "../document/publication.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {readAskedIndicator, readQuery, type AskedIndicator} from "../query/parseQuery.ts";
import {areAlike, type Query} from "../query/query.ts";
import type {TokenReader} from "../query/TokenReader.ts";
import {checkCellOfEach, checkOneCell, checkOneVariable} from "./checkCell.ts";
import {leftOut, otherwiseOf, readFilters} from "./readFilters.ts";
import {targetFor} from "./readStatus.ts";

/** Reads `compare A with B`, without its first word. Throws PublicationError, as all of these do. */
export function readCompare(reader: TokenReader, position: SourcePosition): CompareDirective {
  const left = checkOneCell(readQuery(reader));
  const right = readOtherSide(reader, left);
  const {words = ["higher than", "lower than", "about the same as"], ...filters} = readFilters(reader, [
    "words",
    "otherwise",
  ]);
  return {kind: "compare", left, right, words, ...otherwiseOf(filters), position};
}

/** Reads `difference A with B`, without its first word. */
export function readDifference(reader: TokenReader, position: SourcePosition): Directive {
  const {offset} = reader;
  const left = checkOneCell(readQuery(reader));
  if (measureOf(left).comparison !== "shares" && left.measure !== "estimated-mean") {
    const remedy =
      left.measure === "mean"
        ? "Ask it of two estimated-mean, whose spread is released"
        : "Ask the difference of two shares, or of two estimated-mean";
    throw reader.faultAt(
      offset,
      `the difference of two numbers of the kind ${left.measure} has no interval to give`,
      remedy,
    );
  }
  const right = readOtherSide(reader, left);
  return {kind: "difference", left, right, ...otherwiseOf(readFilters(reader, ["otherwise"])), position};
}

/** The other side of a comparison, behind `with`. */
function readOtherSide(reader: TokenReader, left: Query): Query {
  takeBetween(reader, "with");
  return readAlike(reader, left);
}

function takeBetween(reader: TokenReader, word: "with" | "than"): void {
  if (!reader.takeWord(word)) throw reader.fault("a comparison needs two sides", `Write ${word} and another query`);
}

/** One number of the same measure. */
function readAlike(reader: TokenReader, left: Query): Query {
  const {offset} = reader;
  const right = checkOneCell(readQuery(reader));
  if (areAlike(left, right)) return right;
  const what = `a ${measureOf(left).named(left)} cannot be compared with a ${measureOf(right).named(right)}`;
  throw reader.faultAt(offset, what, "Compare like with like");
}

/** Reads `higher A by variable than B` or `lower …`, without its first word; of an indicator B may be `target`. */
export function readOutlying(
  reader: TokenReader,
  position: SourcePosition,
  side: OutlyingDirective["side"],
): OutlyingDirective {
  const asked = reader.peek()?.text === "indicator" ? readAskedIndicator(reader) : undefined;
  const query = checkOneVariable(asked?.query ?? readQuery(reader));
  takeBetween(reader, "than");
  const target = asked && readTarget(reader, asked);
  const than = target ?? readAlike(reader, query);
  const filters = readFilters(reader, ["with value", "including", "otherwise"]);
  const {including = [], withValue = false} = filters;
  return {
    kind: "outlying",
    side,
    query,
    than,
    isTarget: target !== undefined,
    withValue,
    leaveOut: leftOut(including),
    ...otherwiseOf(filters),
    position,
  };
}

/** The indicator's own target, behind `than`; nothing where something else stands there. */
function readTarget(reader: TokenReader, asked: AskedIndicator): Query | undefined {
  const {offset} = reader;
  if (!reader.takeWord("target")) return undefined;
  const target = targetFor(reader, asked);
  reader.takeWord(asked.indicator.name);
  if (target.by.length === 0) return target;
  const what = `the target of "${asked.indicator.name}" is another one in each place`;
  throw reader.faultAt(offset, what, "Hold the places against theirs in a scorecard (status: target)");
}

/** Reads `change A`, without its first word; A may ask several populations. */
export function readChange(reader: TokenReader, position: SourcePosition): Directive {
  const query = checkCellOfEach(readQuery(reader));
  if (query.edition !== "this") {
    throw reader.fault("a change is from the previous edition to this one", `Remove "in ${query.edition}"`);
  }
  return {kind: "change", query, ...otherwiseOf(readFilters(reader, ["otherwise"])), position};
}
