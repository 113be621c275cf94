import {
  measureOf,
  type AskedUnit,
  type Coordinates,
  type MeasureName,
  type measures,
  type NamedColumn,
  type SubjectOf,
} from "../../measures/index.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import type {AskedSet} from "./askedSet.ts";

/** `this` edition, or the identifier of another one, or `previous`: the edition that this one is compared with. */
export type EditionName = string;

/** A name that stands in a query, with its place there. */
export interface NamedAt {
  readonly name: string;
  readonly position: SourcePosition;
}

/** What queries of every measure say. */
export interface QueryFrame {
  /** Populations; of a measure of references the one reference asked. */
  readonly populations: readonly string[];
  readonly at: Coordinates;
  /** Variables whose categories are spread over the table; they narrow the numerator only. */
  readonly by: readonly string[];
  /** Variables whose categories are spread over the table and narrow the base too: "share of men within each area". */
  readonly within: readonly string[];
  /** Base of a share beyond all of the population, e.g. `{ppo: "yes"}`; it narrows the numerator too. */
  readonly among: Coordinates;
  /** `among stated`: the base leaves out records that are not stated on the variables of `at` and `by`. */
  readonly amongStated: boolean;
  /** With totals over every dimension, where the measure has them. */
  readonly totals: boolean;
  readonly edition: EditionName;
  /** Several categories that it asks as one, each of which stands in `at` or `among` by its name. */
  readonly sets?: readonly AskedSet[];
  /** As written, for messages; runs of white space are one space. */
  readonly text: string;
  /** What a figure or table calls its series, where the text says that itself. */
  readonly label?: string;
  /** What heads the column of its numbers in a table, where the text says that itself. */
  readonly heading?: string;
  /** The indicator whose number, target or benchmark it asks, with what is asked of that. */
  readonly indicator?: AskedOfIndicator;
  /** With how many decimals its number is printed where the text asks for none, where an indicator says that. */
  readonly decimals?: number;
  /** What its number is, in a sentence, where an indicator says that. */
  readonly definition?: string;
  /** Where its first letter stands, for messages; absent for a query that no file holds. */
  readonly position?: SourcePosition;
  /** Where its names stand, for messages; absent for a query that no file holds. */
  readonly names?: readonly NamedAt[];
}

/** An indicator that a query asks, and what the query adds to its definition. */
export interface AskedOfIndicator {
  readonly name: string;
  readonly narrowing: Pick<QueryFrame, "at" | "by" | "totals" | "edition">;
}

/** What counts are divided by, where the measure divides them. */
type PerOf<Name extends MeasureName> = (typeof measures)[Name] extends {readonly grammar: {readonly isPer: true}}
  ? {readonly per: NamedColumn}
  : unknown;

/** A query of one measure, with what that measure is of. */
export type QueryOf<Name extends MeasureName> = QueryFrame & {readonly measure: Name} & SubjectOf<Name> & PerOf<Name>;

/**
 * What a publication asks for, as it stands in the text. With neither `by` nor `within` it names one cell; with them
 * it names a table: one cell for every combination of their categories.
 */
export type Query = {[Name in MeasureName]: QueryOf<Name>}[MeasureName];

/** What the counts of a query are divided by; nothing where its measure divides none. */
export function perOf(query: Query): NamedColumn | undefined {
  return "per" in query ? query.per : undefined;
}

/** Whether two queries ask numbers that may be held against each other: of one measure, and of the same number. */
export function areAlike(one: Query, other: Query): boolean {
  if (one.measure !== other.measure) return false;
  const {about, named} = measureOf(one);
  return about === "reference" || named(one) === measureOf(other).named(other);
}

/** The question that a variable of a query is of: a set of categories is of the one that has them. */
export function questionNamed({sets = []}: Pick<QueryFrame, "sets">, name: string): string {
  return sets.find((set) => set.name === name)?.variable ?? name;
}

/** The variables of a population that a query names. */
export function variablesNamed(query: Query): readonly string[] {
  const {at, by, within, among} = query;
  return [...Object.keys(at), ...by, ...within, ...Object.keys(among), measureOf(query).numberOf(query) ?? []].flat();
}

/** The column of a reference that a query reads itself; nothing where it asks a population. */
export function columnOf(query: Query): string | undefined {
  return "column" in query ? query.column : undefined;
}

/** How a query asks the numbers of a rate; nothing of what is none. */
export function unitIn(query: Query): AskedUnit {
  return query as QueryFrame & AskedUnit;
}

/** Every column of a reference that a query reads: its own, and the one that this is divided by. */
export function columnsRead(query: Query): readonly string[] {
  return [columnOf(query) ?? [], "over" in query ? query.over : []].flat();
}

/** The column of another reference that weighs what a query adds up; nothing where it weighs nothing. */
export function weightsOf(query: Query): NamedColumn | undefined {
  return "weights" in query ? query.weights : undefined;
}

/** The place of the same reference that a query holds its own against; none where it does not. */
export function placeAgainst(query: Query): Coordinates {
  return "against" in query ? query.against : {};
}

/** The key of a reference whose categories a query adds up over; nothing where it adds up over none. */
export function keyAcross(query: Query): string | undefined {
  return "across" in query ? query.across : undefined;
}
