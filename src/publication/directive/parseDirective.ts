import {measureByWord, readEnding} from "../../measures/index.ts";
import type {Directive, OtherwiseDirective, RankingDirective, ReportField} from "../document/publication.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {nameRemedy} from "../nearestName.ts";
import type {Indicators} from "../query/indicator.ts";
import {readQuery} from "../query/parseQuery.ts";
import type {AskedSet} from "../query/askedSet.ts";
import {readPlaces} from "../query/readPlaces.ts";
import {indicatorParts} from "../query/readIndicator.ts";
import {TokenReader} from "../query/TokenReader.ts";
import {checkOneCell, checkOneVariable} from "./checkCell.ts";
import {readClaim} from "./parseClaim.ts";
import {readValue} from "./parseValue.ts";
import {readChange, readCompare, readDifference, readOutlying} from "./readComparison.ts";
import {readDirection, readStatus} from "./readStatus.ts";
import {leftOut, otherwiseOf, readFilters, readQuoted} from "./readFilters.ts";

type Read = (reader: TokenReader, position: SourcePosition) => Directive;

const reportFields: readonly ReportField[] = [
  "title",
  "region",
  "period",
  "period-label",
  "publisher",
  "contact",
  "published",
  "previous-period",
  "previous-period-label",
];

/** What a query starts with. */
const queryWords: readonly string[] = [...measureByWord.keys(), ...indicatorParts];

/** What a directive does, by its first word. The first word of a query is its measure, or says that it is of an indicator, and stays with it. */
const readers: Readonly<Record<string, Read>> = {
  claim: readClaim,
  compare: readCompare,
  change: readChange,
  difference: readDifference,
  status: readStatus,
  direction: readDirection,
  higher: (reader, position) => readOutlying(reader, position, "higher"),
  lower: (reader, position) => readOutlying(reader, position, "lower"),
  highest: (reader, position) => readRanking(reader, position, "highest"),
  lowest: (reader, position) => readRanking(reader, position, "lowest"),
  all: (reader, position) => readRanking(reader, position, "all"),
  label: readLabel,
  term: (reader, position) => ({kind: "term", name: readWords(reader, "the term"), position}),
  see: (reader, position) => ({kind: "see", target: readOnlyName(reader, "what to see"), position}),
  fact: (reader, position) => ({kind: "fact", name: readOnlyName(reader, "the fact"), position}),
  report: readReportField,
  otherwise: readOtherwise,
  unclaimed: readUnclaimed,
};

/**
 * Reads what stands between `{{` and `}}`; `position` is that of the first brace. Throws PublicationError at the word
 * that is wrong.
 */
export function parseDirective(source: string, position: SourcePosition, indicators?: Indicators): Directive {
  const inside = {...position, column: position.column + 2};
  const reader = new TokenReader(source, inside, indicators);
  const word = reader.peek()?.text ?? "";
  if (queryWords.includes(word)) return readValue(reader, position);
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined;
  if (read === undefined) {
    const known = [...queryWords, ...Object.keys(readers)];
    throw reader.fault(
      word === "" ? "nothing stands between the braces" : `"${word}" says nothing to the builder`,
      nameRemedy(word, known),
    );
  }
  reader.takeWord(word);
  return read(reader, position);
}

function readOtherwise(reader: TokenReader, position: SourcePosition): OtherwiseDirective {
  const text = readQuoted(reader);
  const when = reader.takeWord("when") ? checkOneCell(readQuery(reader)) : undefined;
  reader.expectEnd();
  return {kind: "otherwise", text, ...(when !== undefined && {when}), position};
}

function readUnclaimed(reader: TokenReader, position: SourcePosition): Directive {
  const because = readQuoted(reader);
  reader.expectEnd();
  return {kind: "unclaimed", because, position};
}

function readRanking(
  reader: TokenReader,
  position: SourcePosition,
  order: RankingDirective["order"],
): RankingDirective {
  const query = checkOneVariable(readQuery(reader));
  const always = ["with value", "including", "otherwise"] as const;
  const filters = readFilters(reader, order === "all" ? always : ["take", "skip", "among shown", ...always]);
  const {including = [], take = order === "all" ? Number.POSITIVE_INFINITY : 1, skip = 0} = filters;
  const {withValue = false, amongShown = false} = filters;
  return {
    kind: "ranking",
    query,
    order,
    take,
    skip,
    withValue,
    amongShown,
    leaveOut: leftOut(including),
    ...otherwiseOf(filters),
    position,
  };
}

function readLabel(reader: TokenReader, position: SourcePosition): Directive {
  const months = /^\d+$/.test(reader.peek()?.text ?? "") ? readEnding(reader, "label").months : undefined;
  const population = reader.expectName("the population");
  const at: Record<string, string> = {};
  const sets: AskedSet[] = [];
  readPlaces(reader, at, sets);
  if (Object.keys(at).length !== 1) {
    throw reader.fault("a label belongs to one category", "Write one, e.g. label prison main-drug=heroin");
  }
  reader.expectEnd();
  const added = {...(months !== undefined && {months}), ...(sets.length > 0 && {sets})};
  return {kind: "label", population, at, ...added, position};
}

function readReportField(reader: TokenReader, position: SourcePosition): Directive {
  const {offset} = reader;
  const name = readOnlyName(reader, "the field");
  const field = reportFields.find((known) => known === name);
  if (field === undefined) throw reader.faultAt(offset, `a report has no "${name}"`, nameRemedy(name, reportFields));
  return {kind: "report", field, position};
}

function readOnlyName(reader: TokenReader, what: string): string {
  const name = reader.expectName(what);
  reader.expectEnd();
  return name;
}

/** Everything left, as one name that may hold spaces. */
function readWords(reader: TokenReader, what: string): string {
  const start = reader.offset;
  while (reader.take("word")) continue;
  const text = reader.textBetween(start, reader.endOfTaken);
  if (reader.endOfTaken <= start) throw reader.fault(`${what} is missing`, "Write its name here");
  reader.expectEnd();
  return text;
}
