import {closest} from "fastest-levenshtein";
import type {Dictionary} from "../dictionary/dictionary.ts";
import {ExtractError} from "./ExtractError.ts";
import {headerOf} from "./renameColumns.ts";

export interface HeaderMatch {
  /** Position in the file of every column of the dictionary, by column name. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the file that the dictionary does not know; they are not read. */
  readonly ignored: readonly string[];
}

const usualDelimiters = [",", ";", "\t", "|"];

/**
 * Finds the dictionary's columns in a header; their order is free.
 * Throws ExtractError for a missing column, with the nearest name of the header, and for one that stands twice.
 */
export function matchHeader(names: readonly string[], dictionary: Dictionary, file: string): HeaderMatch {
  const wanted = new Set(dictionary.columns.map(headerOf));
  const missing = dictionary.columns.map(headerOf).filter((name) => !names.includes(name));
  if (missing.length > 0) throw new ExtractError({file, line: 1}, describeMissing(missing, names, dictionary));
  const twice = names.find((name, index) => wanted.has(name) && names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new ExtractError({file, line: 1}, `the column "${twice}" stands in the header twice. Export it once.`);
  }
  const positions = new Map(dictionary.columns.map((column) => [column.name, names.indexOf(headerOf(column))]));
  return {positions, ignored: names.filter((name) => !wanted.has(name))};
}

function describeMissing(missing: readonly string[], names: readonly string[], dictionary: Dictionary): string {
  const {delimiter} = dictionary.file;
  // A file without a header shows records in its place: without a single known name, none of it may be repeated.
  const isHeader = dictionary.columns.some(({name}) =>
    names.some((found) => found.toLowerCase() === name.toLowerCase()),
  );
  if (!isHeader) {
    const other = usualDelimiters.find((sign) => sign !== delimiter && names.length === 1 && names[0]?.includes(sign));
    return other === undefined
      ? `no column of the dictionary "${dictionary.name}" stands in the first line. Export the file with its header.`
      : `the header is one column: the fields seem to be parted by ${describeSign(other)}, where the dictionary "${dictionary.name}" expects ${describeSign(delimiter)}. Change "delimiter" in the dictionary or export again.`;
  }
  const known = new Set(dictionary.columns.map(headerOf));
  const spare = names.filter((name) => !known.has(name) && name !== "");
  const listed = missing.map((name) =>
    spare.length > 0 ? `"${name}" (nearest: "${nearestHeader(name, spare)}")` : `"${name}"`,
  );
  const noun = missing.length === 1 ? "column" : "columns";
  return `the header lacks the ${noun} ${listed.join(", ")}. Rename the column or export it.`;
}

/** The header most like a column's name; a difference of capitals alone is the smallest. */
function nearestHeader(name: string, headers: readonly string[]): string {
  const nearest = closest(name.toLowerCase(), headers.map((header) => header.toLowerCase())); // prettier-ignore
  return headers.find((header) => header.toLowerCase() === nearest) ?? nearest;
}

function describeSign(sign: string): string {
  return sign === "\t" ? "tabs" : `"${sign}"`;
}
