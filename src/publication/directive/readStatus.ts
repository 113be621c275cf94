import type {CompareDirective, StatusDirective} from "../document/publication.ts";
import {benchmarkOf, narrowIndicator, targetOf} from "../query/askIndicator.ts";
import type {Indicator} from "../query/indicator.ts";
import {readAskedIndicator, type AskedIndicator} from "../query/parseQuery.ts";
import {refuseRegionAlone} from "../query/readIndicator.ts";
import {readPlaces} from "../query/readPlaces.ts";
import type {Query} from "../query/query.ts";
import type {TokenReader} from "../query/TokenReader.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {checkOneCell} from "./checkCell.ts";
import {otherwiseOf, readFilters} from "./readFilters.ts";

type Words = CompareDirective["words"];

/**
 * Reads `status indicator care-plan residence=kent` or `… against benchmark`, without its first word. Against the region,
 * of which the place is a part, it is a comparison of the two. Throws PublicationError.
 */
export function readStatus(reader: TokenReader, position: SourcePosition): StatusDirective | CompareDirective {
  const asked = readAskedIndicator(reader);
  const {indicator} = asked;
  const query = checkOneCell(asked.query);
  const isBenchmark = reader.takeWord("against") && readSide(reader) === "benchmark";
  const against = isBenchmark ? benchmarkFor(reader, asked) : targetFor(reader, asked);
  const name = isBenchmark ? (indicator.benchmark?.label ?? "") : "the target";
  const {words = statusWords(indicator, name), ...filters} = readFilters(reader, ["words", "otherwise"]);
  const said = {words: byNumber(indicator, words), ...otherwiseOf(filters), position};
  const isOfRegion = isBenchmark && indicator.benchmark?.kind === "region";
  return isOfRegion
    ? {kind: "compare", left: query, right: against, ...said}
    : {kind: "status", query, against, ...said};
}

function readSide(reader: TokenReader): "target" | "benchmark" {
  if (reader.takeWord("target")) return "target";
  if (reader.takeWord("benchmark")) return "benchmark";
  throw reader.fault("it is not said what the indicator is held against", "Write target or benchmark");
}

/** What an asked indicator should be, by the reader that stands behind it. Throws PublicationError where it has no target. */
export function targetFor(reader: TokenReader, {indicator, narrowing}: AskedIndicator): Query {
  const target = targetOf(indicator, narrowing);
  if (target !== undefined) return target;
  const remedy = "Write target: where indicators.yaml defines it, or against benchmark here";
  throw reader.fault(`the indicator "${indicator.name}" has no target`, remedy);
}

function benchmarkFor(reader: TokenReader, {indicator, narrowing}: AskedIndicator) {
  const {name, area, benchmark: defined} = indicator;
  const benchmark = benchmarkOf(indicator, narrowing);
  if (benchmark === undefined) {
    refuseRegionAlone(reader, indicator, reader.offset);
    throw reader.fault(`the indicator "${name}" has no benchmark`, "Write benchmark: where indicators.yaml defines it");
  }
  const isItself = defined?.kind === "region" && (area === undefined || narrowing.at[area] === undefined);
  if (!isItself) return benchmark;
  throw reader.fault("the region would be compared with itself", `Name a place, e.g. ${area ?? "area"}=kent`);
}

/**
 * Reads `direction indicator care-plan quarter=latest since quarter=before`, or without `since` from the edition compared
 * with, without its first word: a comparison of two times, in words for better and worse. Throws PublicationError.
 */
export function readDirection(reader: TokenReader, position: SourcePosition): CompareDirective {
  const {indicator, narrowing, query} = readAskedIndicator(reader);
  const left = checkOneCell(query);
  const since = readSince(reader, narrowing.at);
  const before = since === undefined ? {...narrowing, edition: "previous"} : {...narrowing, at: since};
  const right = {...narrowIndicator(indicator, before), ...(left.position && {position: left.position})};
  const {words = directionWords(indicator), ...filters} = readFilters(reader, ["words", "otherwise"]);
  return {kind: "compare", left, right, words: byNumber(indicator, words), ...otherwiseOf(filters), position};
}

/** The places of the earlier number: those of the later one, but for what is said behind `since`. */
function readSince(reader: TokenReader, at: AskedIndicator["narrowing"]["at"]) {
  if (!reader.takeWord("since")) return undefined;
  const {offset} = reader;
  const since: Record<string, string> = {};
  readPlaces(reader, since);
  const [name] = Object.keys(since);
  if (name === undefined) throw reader.fault("it is not said since when", "Write it, e.g. since quarter=before");
  const stray = Object.keys(since).find((one) => at[one] === undefined || at[one] === since[one]);
  if (stray === undefined) return {...at, ...since};
  const what = at[stray] === undefined ? `the later number is of no ${stray}` : `both numbers are of the same ${stray}`;
  throw reader.faultAt(offset, what, `Name another category of ${stray} for each of the two`);
}

/** Words are given for the better number, the worse one, and neither; a comparison has them for the greater one first. */
function byNumber({better}: Indicator, [first, second, neither]: Words): Words {
  return better === "lower" ? [second, first, neither] : [first, second, neither];
}

function statusWords({better}: Indicator, name: string): Words {
  const [one, other] = better === undefined ? ["above", "below"] : ["better than", "worse than"];
  return [`${one} ${name}`, `${other} ${name}`, `not told apart from ${name}`];
}

function directionWords({better}: Indicator): Words {
  const neither = "changed too little to be told";
  return better === undefined ? ["rose", "fell", neither] : ["got better", "got worse", neither];
}
