import {
  baseOfUnit,
  measureByWord,
  measures,
  readColumn,
  readEvery,
  type AskedUnit,
  type MeasureName,
  type NamedColumn,
} from "../../measures/index.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {nameRemedy} from "../nearestName.ts";
import type {Narrowing} from "./askIndicator.ts";
import type {AskedSet} from "./askedSet.ts";
import type {Indicator, Indicators} from "./indicator.ts";
import type {Query} from "./query.ts";
import {readPlaces} from "./readPlaces.ts";
import {indicatorParts, queryOfIndicator, takeIndicator, type NamedIndicator} from "./readIndicator.ts";
import {TokenReader} from "./TokenReader.ts";

const clauseWords = ["by", "within", "among", "per", "annualised", "in", "with"] as const;

type ClauseWord = (typeof clauseWords)[number];

/** What may stand behind an indicator: its base is its definition's. */
const indicatorClauses: readonly ClauseWord[] = ["by", "in", "with"];

/** A query while its clauses are being read. */
interface Draft {
  readonly measure: MeasureName;
  /** What the measure is of. */
  readonly subject: object;
  populations: string[];
  at: Record<string, string>;
  by: string[];
  within: string[];
  among: Record<string, string>;
  amongStated: boolean;
  per?: NamedColumn;
  every?: NonNullable<AskedUnit["every"]>;
  isAnnualised?: true;
  totals: boolean;
  edition?: string;
  sets: AskedSet[];
}

/**
 * Reads a query of the language in `docs/writing-a-report.md`; `position` is where its text starts. Throws
 * PublicationError at the word that is wrong. Names are not looked up here, but for those of `indicators`: see
 * `resolveNames`.
 */
export function parseQuery(text: string, position?: SourcePosition, indicators?: Indicators): Query {
  const reader = new TokenReader(text, position, indicators);
  const query = readQuery(reader);
  reader.expectEnd();
  return query;
}

/** Reads a query from the middle of a directive and stops at the first word that is no part of it. */
export function readQuery(reader: TokenReader): Query {
  const start = reader.offset;
  const named = takeIndicator(reader);
  const query = named === undefined ? readPlainQuery(reader, start) : readNamedQuery(reader, named);
  const position = reader.positionAt(start);
  return position === undefined ? query : {...query, position, names: reader.namesSince(start)};
}

/** An indicator as a directive asks it: at which places, and the query that this is. */
export interface AskedIndicator {
  readonly indicator: Indicator;
  readonly narrowing: Narrowing;
  readonly query: Query;
}

/** Reads `indicator care-plan residence=kent` where nothing else may stand. */
export function readAskedIndicator(reader: TokenReader): AskedIndicator {
  const {offset} = reader;
  const named = takeIndicator(reader);
  if (named?.part !== "indicator") {
    throw reader.faultAt(offset, "an indicator is missing", "Write one here, e.g. indicator care-plan");
  }
  const narrowing = readNarrowing(reader, named);
  const query = queryOfIndicator(reader, named, narrowing);
  const position = reader.positionAt(offset);
  const placed = position === undefined ? {} : {position, names: reader.namesSince(offset)};
  return {indicator: named.indicator, narrowing, query: {...query, ...placed}};
}

function readNamedQuery(reader: TokenReader, named: NamedIndicator): Query {
  return queryOfIndicator(reader, named, readNarrowing(reader, named));
}

/** Reads what stands behind the name of an indicator. */
function readNarrowing(reader: TokenReader, named: NamedIndicator): Narrowing {
  const {measure} = named.indicator.query;
  const draft: Draft = {...emptyDraft(), measure, subject: {}};
  readPlaces(reader, draft.at);
  while (readClause(reader, draft, indicatorClauses)) continue;
  const {at, by, totals, edition = "this"} = draft;
  return {at, by, totals, edition};
}

function readPlainQuery(reader: TokenReader, start: number): Query {
  const draft = readSubject(reader);
  readPlaces(reader, draft.at, draft.sets);
  while (readClause(reader, draft, clauseWords)) continue;
  if (measures[draft.measure].grammar.isPer && draft.per === undefined) {
    throw reader.fault(
      `a ${draft.measure} needs what it is divided by`,
      "End it with per and a reference, e.g. per prevalence.estimate",
    );
  }
  const {edition = "this", subject, sets, ...rest} = draft;
  const asked = sets.length > 0 ? {sets} : {};
  // The grammar of a measure reads what a query of it is of.
  return {...rest, ...subject, ...asked, edition, text: reader.textBetween(start, reader.endOfTaken)} as Query;
}

function emptyDraft(): Omit<Draft, "measure" | "subject"> {
  return {populations: [], at: {}, by: [], within: [], among: {}, amongStated: false, totals: false, sets: []};
}

function readSubject(reader: TokenReader): Draft {
  const {measure, word} = readMeasure(reader);
  const {about, grammar} = measures[measure];
  const subject = grammar.read(reader, word);
  const draft = {...emptyDraft(), measure, subject};
  if (about === "reference") return {...draft, populations: referencesIn(subject)};
  const populations: string[] = [];
  do populations.push(readPopulation(reader, populations));
  while (reader.take("comma"));
  return {...draft, populations};
}

/** The reference that a measure of references names itself. */
function referencesIn(subject: object): string[] {
  if ("reference" in subject && typeof subject.reference === "string") return [subject.reference];
  throw new Error("a measure of references names its reference");
}

function readMeasure(reader: TokenReader): {measure: MeasureName; word: string} {
  const word = reader.peek()?.text ?? "";
  const measure = measureByWord.get(word);
  if (measure === undefined) {
    throw reader.fault(
      word === "" ? "a query is missing" : `"${word}" is not a measure`,
      nameRemedy(word, [...measureByWord.keys(), ...indicatorParts]),
    );
  }
  reader.takeWord(word);
  return {measure, word};
}

function readPopulation(reader: TokenReader, populations: readonly string[]): string {
  const {offset} = reader;
  const name = reader.expectName("the population");
  if (populations.includes(name)) throw reader.faultAt(offset, `"${name}" stands twice`, "Name each population once");
  return name;
}

/** Reads one clause into the draft; false where none of those allowed stands here. */
function readClause(reader: TokenReader, draft: Draft, allowed: readonly ClauseWord[]): boolean {
  const word = allowed.find((name) => reader.peek()?.kind === "word" && reader.peek()?.text === name);
  // "with" also joins the two sides of a comparison.
  if (word === undefined || (word === "with" && reader.peek(1)?.text !== "totals")) return false;
  const {offset} = reader;
  reader.takeWord(word);
  if (isRead(draft, word)) throw reader.faultAt(offset, `"${word}" stands twice in this query`, "Write one of them");
  clauses[word](reader, draft);
  return true;
}

function isRead(draft: Draft, word: ClauseWord): boolean {
  if (word === "by") return draft.by.length > 0;
  if (word === "within") return draft.within.length > 0;
  if (word === "per") return draft.per !== undefined;
  if (word === "annualised") return draft.isAnnualised === true;
  if (word === "in") return draft.edition !== undefined;
  return word === "with" ? draft.totals : false;
}

const clauses: Readonly<Record<ClauseWord, (reader: TokenReader, draft: Draft) => void>> = {
  by: (reader, draft) => {
    do readVariable(reader, draft.by);
    while (reader.take("comma"));
  },
  // `within area=kent` names one part of the population, so it is a base like `among area=kent`.
  within: (reader, draft) => {
    do {
      if (reader.peek()?.kind === "place") readPlaces(reader, draft.among, draft.sets);
      else readVariable(reader, draft.within);
    } while (reader.take("comma"));
  },
  among: (reader, draft) => {
    draft.amongStated ||= reader.takeWord("stated");
    const {offset} = reader;
    readPlaces(reader, draft.among, draft.sets);
    if (!draft.amongStated && reader.offset === offset) {
      throw reader.fault('the base after "among" is missing', "Write stated, or coordinates such as ppo=yes");
    }
  },
  per: (reader, draft) => {
    if (!measures[draft.measure].grammar.isPer) {
      throw reader.fault(`"per" belongs to a rate, not to a ${draft.measure}`, "Ask for a rate, or remove it");
    }
    const usual = baseOfUnit(measures[draft.measure].unit);
    if (usual !== undefined) Object.assign(draft, readEvery(reader, usual));
    draft.per = readColumn(reader);
  },
  annualised: (reader, draft) => {
    if (baseOfUnit(measures[draft.measure].unit) === undefined) {
      throw reader.fault(`"annualised" belongs to a rate, not to a ${draft.measure}`, "Ask for a rate, or remove it");
    }
    draft.isAnnualised = true;
  },
  in: (reader, draft) => {
    draft.edition = reader.expectName("the edition");
  },
  with: (reader, draft) => {
    if (!measures[draft.measure].grammar.hasTotals) {
      throw reader.fault(`totals belong to counts and sums, not to a ${draft.measure}`, "Remove with totals");
    }
    draft.totals = reader.takeWord("totals");
  },
};

function readVariable(reader: TokenReader, into: string[]): void {
  const {offset} = reader;
  const name = reader.expectName("the variable");
  if (into.includes(name)) throw reader.faultAt(offset, `"${name}" stands twice`, "Name each variable once");
  into.push(name);
}
