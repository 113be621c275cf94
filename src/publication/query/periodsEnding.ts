import type {Coordinates} from "../../measures/index.ts";
import {monthsIn} from "../period/periodsWithin.ts";
import {namedSpans} from "../period/namedSpans.ts";
import type {Variable} from "../vocabulary.ts";
import {questionNamed, type Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** The periods that a rolling sum adds up: so many months that end with one of them. */
export interface PeriodsEnding {
  /** The variable of periods. */
  readonly over: string;
  /** In their order; the last is the one with which the months end. */
  readonly periods: readonly string[];
}

/** How many months a query adds up; nothing where it adds up none. */
export function monthsAdded(query: Query): number | undefined {
  return "months" in query ? query.months : undefined;
}

/**
 * For a rolling sum, the periods that end with each category of its variable of periods; no entry where the months that are
 * counted do not reach so far back. `variables` are those of what is asked. Throws PublicationError where not one variable
 * of periods is asked, where its periods do not make so many months, or where no such months end with the one that is named.
 */
export function periodsEnding(
  query: Query,
  variables: readonly Variable[],
): ReadonlyMap<string, PeriodsEnding> | undefined {
  const months = monthsAdded(query);
  if (months === undefined) return undefined;
  const over = periodAsked(query, variables);
  const spans = namedSpans(over) ?? [];
  const windows = spans.flatMap(({name}, at) => {
    const periods = endingAt(spans.slice(0, at + 1), months);
    return periods === undefined ? [] : [[name, {over: over.name, periods}] as const];
  });
  const named = query.at[over.name];
  if (windows.length > 0 && (named === undefined || windows.some(([name]) => name === named))) return new Map(windows);
  throw queryFault(query, {
    name: named ?? over.name,
    what: `no ${String(months)} months, of two periods of "${over.label}" or more, end with ${named === undefined ? "one of them" : `"${named}"`}`,
    remedy: `Add up as many months as some of its periods have, and as are there before (history in report.yaml)`,
  });
}

/** Those that end with the period of a place. */
export function endingIn(
  at: Coordinates,
  endings: ReadonlyMap<string, PeriodsEnding> | undefined,
): PeriodsEnding | undefined {
  return endings?.values().find(({over, periods}) => at[over] === periods.at(-1));
}

/** The names of the last periods that have exactly so many months together, of two or more. */
function endingAt(spans: readonly {name: string; from: string; to: string}[], months: number) {
  const periods: string[] = [];
  let left = months;
  for (const span of spans.toReversed()) {
    if (left <= 0) break;
    periods.unshift(span.name);
    left -= monthsIn(span).length;
  }
  return left === 0 && periods.length > 1 ? periods : undefined;
}

function periodAsked(query: Query, variables: readonly Variable[]): Variable {
  const named = [query.at, query.among].flatMap(Object.keys).concat(query.by, query.within);
  const asked = named.map((name) => questionNamed(query, name));
  const periods = asked.flatMap((name) => {
    const variable = variables.find((one) => one.name === name);
    return variable !== undefined && namedSpans(variable) !== undefined ? [variable] : [];
  });
  const [only, second] = periods;
  const isAsked = only !== undefined && (only.name in query.at || query.by.includes(only.name));
  if (isAsked && second === undefined) return only;
  const what =
    second === undefined
      ? "it is not clear with which month, quarter or year the months end"
      : `"${only?.name ?? ""}" and "${second.name}" both say with which period the months end`;
  throw queryFault(query, {
    what,
    remedy:
      "Name one period, or spread over them: by month. Periods of a list are called as 2014-01, 2013-14-q4 or 2013-14",
  });
}
