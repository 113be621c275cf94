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

interface Reading {
  readonly delimiter: string;
  readonly records: readonly Candidate[];
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
  const readings = usualDelimiters.filter((sign) => sign !== delimiter).map((sign) => readFirst(text, sign, request));
  const own = delimiter === undefined ? likeliest(readings, asked) : readFirst(text, delimiter, request);
  const [first] = own.records;
  if (!first) throw refuse({line: 1}, "the header cannot be read as CSV. Export the file again.");
  const missing = asked.filter(({name}) => !first.names.includes(name));
  if (missing.length === asked.length && asked.length > 0) throw refuseStart({own, readings}, request);
  if (missing.length > 0) throw refuse({line: first.line}, describeMissing(missing, first.names));
  return {names: first.names, delimiter: own.delimiter, lines: first.lastLine};
}

function readFirst(text: () => Iterable<Buffer>, delimiter: string, {refuse}: HeaderRequest): Reading {
  const records: Candidate[] = [];
  for (const {line, lastLine, bytes} of readRecords(readLines(text()), {delimiter: delimiter.charCodeAt(0)})) {
    if (records.length === 0 && (!bytes || lastLine - line >= longestHeaderLines)) {
      throw refuse({line}, "the header's quotation marks do not match. Export the file again.");
    }
    if (bytes) records.push({names: fieldsOf(bytes, delimiter.charCodeAt(0)).map(tidyLabel), line, lastLine});
    if (records.length === firstRecords) break;
  }
  if (records.length > 0) return {delimiter, records};
  throw refuse({}, "the file is empty. Export it again with a header and rows.");
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
function refuseStart(
  {own, readings}: {readonly own: Reading; readonly readings: readonly Reading[]},
  {asked, asker, refuse}: HeaderRequest,
): Error {
  const isHeader = (candidate: Candidate | undefined): boolean => foundIn(candidate, asked) > asked.length / 2;
  for (const {delimiter, records} of [own, ...readings]) {
    const header = records.find(isHeader);
    if (!header) continue;
    if (header !== records[0]) {
      const message = `the header stands in line ${header.line}, below a title or other lines. Remove what stands above it.`;
      return refuse({line: header.line}, message);
    }
    return refuse(
      {line: header.line},
      `the header is one column: the fields are parted by ${describeDelimiter(delimiter)}, where ${asker} expects ${describeDelimiter(own.delimiter)}. Change the delimiter there or export again.`,
    );
  }
  const message = `no column of ${asker} stands in the first line. Export the file with its header.`;
  return refuse({line: own.records[0]?.line ?? 1}, message);
}
