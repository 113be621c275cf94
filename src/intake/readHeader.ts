import {describeDelimiter, usualDelimiters} from "./delimiters.ts";
import {describeMissing, type AskedColumn} from "./describeMissing.ts";
import {readLines} from "./readLines.ts";
import {readRecords} from "./readRecords.ts";
import type {Refuse} from "./refuse.ts";
import {fieldsOf} from "./scanRecord.ts";
import {tidyLabel} from "./tidyText.ts";

export interface Header {
  /** Names of the columns in the order of the file, tidied. */
  readonly names: readonly string[];
  readonly delimiter: string;
  /** Physical line on which it starts. */
  readonly line: number;
  /** Physical lines down to the header's last. */
  readonly lines: number;
}

export interface HeaderRequest {
  /** Columns that must be there. */
  readonly asked: readonly AskedColumn[];
  /** Whose columns they are, for messages: `the dictionary "visits"`. */
  readonly asker: string;
  /** As the asker says; otherwise found out. */
  readonly delimiter?: string | undefined;
  readonly refuse: Refuse;
}

/** A header, or a title or note above it, is looked for in so many records. */
const firstRecords = 20;
const longestHeaderLines = 20;
/** Where a greater part of the columns is missing, the first line is hardly a header. */
const fewFound = 0.75;
/** So many names can be listed in a sentence. */
const listedNames = 6;

interface Reading {
  readonly delimiter: string;
  readonly records: readonly Candidate[];
  /** Whether the first record is none by these rules. */
  readonly isBroken: boolean;
}

interface Candidate {
  readonly names: readonly string[];
  readonly line: number;
  readonly lastLine: number;
}

/**
 * Finds the header of a text in UTF-8, which is its first line. Refuses an empty text, a header that lacks a column or
 * has one twice, and tells of another delimiter and of lines above the header.
 */
export function readHeader(text: () => Iterable<Buffer>, request: HeaderRequest): Header {
  const {asked, delimiter, refuse} = request;
  const readings = (): readonly Reading[] => usualDelimiters.map((sign) => readFirst(text, sign));
  const own = delimiter === undefined ? likeliest(readings(), asked) : readFirst(text, delimiter);
  const [first] = own.records;
  if (!first)
    throw refuse({}, own.isBroken ? unmatchedMarks : "the file is empty. Export it again with a header and rows.");
  const missing = asked.filter(({name}) => !first.names.includes(name));
  if (missing.length > fewFound * asked.length) throw refuseStart([own, ...readings()], request);
  if (missing.length > 0) throw refuse({line: first.line}, describeMissing(missing, first.names));
  return {names: first.names, delimiter: own.delimiter, line: first.line, lines: first.lastLine};
}

const unmatchedMarks = "the header's quotation marks do not match. Export the file again.";

function readFirst(text: () => Iterable<Buffer>, delimiter: string): Reading {
  const records: Candidate[] = [];
  const sign = delimiter.charCodeAt(0);
  for (const {line, lastLine, bytes} of readRecords(readLines(text()), {delimiter: sign})) {
    const isBroken = records.length === 0 && (!bytes || lastLine - line >= longestHeaderLines);
    if (isBroken) return {delimiter, records, isBroken};
    if (bytes) records.push({names: fieldsOf(bytes, sign).map(tidyLabel), line, lastLine});
    if (records.length === firstRecords) break;
  }
  return {delimiter, records, isBroken: false};
}

/** The delimiter under which the first line has most of the columns asked, then most columns. */
function likeliest(readings: readonly Reading[], asked: readonly AskedColumn[]): Reading {
  const [best] = readings.toSorted(
    (one, other) =>
      foundIn(other.records[0], asked) - foundIn(one.records[0], asked) ||
      (other.records[0]?.names.length ?? 0) - (one.records[0]?.names.length ?? 0),
  );
  if (!best) throw new Error("there is always a usual delimiter");
  return best;
}

function foundIn(candidate: Candidate | undefined, asked: readonly AskedColumn[]): number {
  return asked.filter(({name}) => candidate?.names.includes(name)).length;
}

/** Why no name stands in the first line: another delimiter, lines above the header, or none at all. */
function refuseStart(readings: readonly Reading[], {asked, asker, refuse}: HeaderRequest): Error {
  const [own] = readings;
  const isHeader = (candidate: Candidate | undefined): boolean => foundIn(candidate, asked) > asked.length / 2;
  for (const {delimiter, records} of readings) {
    const header = records.find(isHeader);
    if (!header) continue;
    if (header !== records[0]) {
      const message = `the header stands in line ${header.line}, below a title or other lines. Remove what stands above it.`;
      return refuse({line: header.line}, message);
    }
    return refuse(
      {line: header.line},
      `the header is one column: the fields are parted by ${describeDelimiter(delimiter)}, where ${asker} expects ${describeDelimiter(own?.delimiter ?? "")}. Change the delimiter there or export again.`,
    );
  }
  const names = asked.map(({name}) => `"${name}"`);
  const wanted =
    asked.length > listedNames ? `next to no column of ${asker}` : `none or few of the columns ${names.join(", ")}`;
  const message = `${wanted} can be found in the first line. Correct the names, or export the file with its header.`;
  return refuse({line: own?.records[0]?.line ?? 1}, message);
}
