import type {Column} from "../dictionary/dictionary.ts";
import type {Sample} from "../sources/sample.ts";
import {nameLikeness} from "./nameLikeness.ts";
import {valueFit, type Codes} from "./valueFit.ts";

/** Which column of an extract seems to be a column of the dictionary. Holds no value of the extract. */
export interface ColumnMatch {
  /** Name in the dictionary. */
  readonly column: string;
  readonly title: string;
  readonly required: boolean;
  /** Header in the extract; absent where nothing is like it. */
  readonly header?: string;
  readonly certainty: "same name" | "likely" | "guess" | "none";
  /** What speaks for the match, in words. */
  readonly reason: string;
}

interface Candidate {
  readonly column: Column;
  readonly header: string;
  readonly likeness: number;
  readonly fit: number | undefined;
  readonly score: number;
}

/** From here on a match is offered as likely, below the second bound it is not offered at all. */
const likely = 0.75;
const offered = 0.55;
/** A list of fewer codes than this fits too many columns by chance to speak for one. */
const tellingCodes = 8;
/** Fewer letters and digits than these in all codes seen fit by chance, whatever the list: "M" and "F" are ethnic groups too. */
const tellingLetters = 5;
/** So do fewer different values than this: M and F are letters of many lists. */
const tellingValues = 4;

/**
 * Matches each column of a dictionary with at most one header: the best pair first, by name, title and other names, and
 * by whether the values have the right shape.
 */
export function mapColumns(sample: Sample, columns: readonly Column[], codes: Codes): readonly ColumnMatch[] {
  const taken = new Map<string, Candidate>();
  const usedHeaders = new Set<string>();
  for (const candidate of candidatesOf(sample, columns, codes)) {
    if (taken.has(candidate.column.name) || usedHeaders.has(candidate.header)) continue;
    taken.set(candidate.column.name, candidate);
    usedHeaders.add(candidate.header);
  }
  return columns.map((column) => describe(column, taken.get(column.name)));
}

function candidatesOf(sample: Sample, columns: readonly Column[], codes: Codes): readonly Candidate[] {
  const valuesOf = new Map(sample.headers.map((header, at) => [header, sample.rows.map((row) => row[at] ?? "")]));
  return columns
    .flatMap((column) =>
      [...valuesOf].map(([header, values]) => {
        const likeness = Math.max(...namesOf(column).map((name) => nameLikeness(header, name)));
        const fit = valueFit(values, column, codes);
        return {column, header, likeness, fit, score: scoreOf(likeness, fit, isTelling(values, column, codes))};
      }),
    )
    .filter(({score}) => score >= offered)
    .toSorted((a, b) => b.score - a.score);
}

function namesOf({name, title, also = []}: Column): readonly string[] {
  return [name, title, ...also];
}

function isTelling(values: readonly string[], column: Column, codes: Codes): boolean {
  const different = new Set(values.map((value) => value.trim()).filter((value) => value !== ""));
  const letters = [...different].join("").length;
  const listed = "list" in column ? (codes.get(column.list)?.size ?? 0) : 0;
  return listed >= tellingCodes && letters >= tellingLetters && different.size >= tellingValues;
}

/** Values of the wrong shape speak against a name, however alike; values of the right shape speak a little for it. */
function scoreOf(likeness: number, fit: number | undefined, telling: boolean): number {
  if (likeness === 1) return 1;
  if (fit === undefined) return likeness;
  if (fit < 0.5) return likeness / 2;
  const byName = 0.8 * likeness + 0.2 * fit;
  return telling && fit > 0.95 ? Math.max(byName, 0.6 + 0.2 * likeness) : byName;
}

function describe({name, title, required}: Column, candidate: Candidate | undefined): ColumnMatch {
  const common = {column: name, title, required};
  if (candidate === undefined) return {...common, certainty: "none", reason: "no column is like it"};
  const {header, likeness, fit, score} = candidate;
  const values = fit === undefined ? "" : fit >= 0.5 ? ", the values fit" : ", but most values do not fit";
  if (likeness === 1) return {...common, header, certainty: "same name", reason: `same name${values}`};
  const names = likeness >= 0.5 ? "the names are alike" : "the names differ";
  return {...common, header, certainty: score >= likely ? "likely" : "guess", reason: names + values};
}
