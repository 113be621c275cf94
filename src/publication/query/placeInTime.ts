import type {Coordinates} from "../../measures/index.ts";
import {monthsIn} from "../period/periodsWithin.ts";
import type {Reads, Variable, Vocabulary} from "../vocabulary.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

type PeriodReads = Extract<Reads, {as: "period"}>;

interface Span {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A query whose places relative to the edition are named as they are in a vocabulary: `quarter=latest` is the quarter that
 * ends with what is counted, `before` the one before it, `year-before` the same of the year before. Throws PublicationError
 * where there is none.
 */
export function placeInTime(query: Query, {populations}: Pick<Vocabulary, "populations">): Query {
  const variables = populations
    .filter(({name}) => query.populations.includes(name))
    .flatMap((population) => population.variables);
  const placed = ([name, category]: readonly [string, string]): string => {
    const variable = variables.find((one) => one.name === name && one.reads?.as === "period");
    if (variable === undefined || !isRelative(category)) return category;
    const found = categoryInTime(variable, category);
    if (found !== undefined) return found;
    throw queryFault(query, {name, ...whyNone(variable, category)});
  };
  const place = (at: Coordinates): Coordinates =>
    Object.fromEntries(Object.entries(at).map((one) => [one[0], placed(one)]));
  return {...query, at: place(query.at), among: place(query.among)};
}

/** The category of a variable that a name stands for, where it is one relative to the edition; else the name itself. */
export function categoryInTime({reads}: Variable, name: string): string | undefined {
  if (reads?.as !== "period" || !isRelative(name)) return name;
  const spans = spansOf(reads);
  const at = {latest: 0, before: 1, "year-before": 12 / monthsOf(reads)}[name];
  const [latest, found] = [spans.at(-1), spans.at(-1 - at)];
  return [latest, found].every((one) => one !== undefined && isWhole(one, reads)) ? found?.name : undefined;
}

/** Why there is no such period, and what to do. */
export function whyNone({label, reads}: Variable, name: string): {readonly what: string; readonly remedy: string} {
  const kind = reads?.as === "period" ? reads.in : "period";
  if (name === "latest") {
    const what = `no whole ${kind} of "${label}" ends with the edition's period`;
    return {what, remedy: `End the period of report.yaml with a ${kind}, or name another`};
  }
  const what = `no whole ${kind} of "${label}" is ${name === "before" ? "before the latest" : "a year before the latest"}`;
  return {what, remedy: "Let the extract begin earlier (history in report.yaml), or name another"};
}

function isRelative(name: string): name is "latest" | "before" | "year-before" {
  return ["latest", "before", "year-before"].includes(name);
}

function spansOf({categories}: PeriodReads): readonly Span[] {
  const spans = Object.entries(categories).map(([name, [from, to]]): Span => ({name, from, to}));
  return spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

function monthsOf({in: kind}: PeriodReads): number {
  return {month: 1, quarter: 3, year: 12}[kind];
}

function isWhole(span: Span, reads: PeriodReads): boolean {
  return monthsIn(span).length === monthsOf(reads);
}
