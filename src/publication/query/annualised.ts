import type {Coordinates} from "../../measures/index.ts";
import {namedSpans} from "../period/namedSpans.ts";
import type {Period} from "../period/period.ts";
import {isWholeMonths, monthsIn} from "../period/periodsWithin.ts";
import type {Population, Variable} from "../vocabulary.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** Months of a year: of a longer time nothing is annualised. */
const year = 12;

/** What an annualised number counts over: the variables that may say a period, and the days where none of them does. */
interface Counted {
  readonly variables: readonly Variable[];
  /** Nothing where only a variable says which days are counted. */
  readonly days?: Period | undefined;
}

/** How many months are counted at a place; nothing where the place has no period, as those not stated have none. */
export type MonthsAt = (at: Coordinates) => number | undefined;

/**
 * Of a query of as many as there would be in a year, how many months are counted; nothing of any other query. Throws
 * PublicationError where the days are no whole months, or more than a year.
 */
export function annualised(query: Query, {variables, days}: Counted): MonthsAt | undefined {
  if (!("isAnnualised" in query) || query.isAnnualised !== true) return undefined;
  const named = [...Object.keys(query.at), ...Object.keys(query.among), ...query.by, ...query.within];
  const periods = variables.flatMap((variable) => {
    const spans = named.includes(variable.name) ? namedSpans(variable) : undefined;
    return spans === undefined ? [] : [{name: variable.name, spans}];
  });
  const [own, second] = periods;
  if (second !== undefined) {
    const what = `${own?.name ?? ""} and ${second.name} both say of which period the rate is`;
    throw queryFault(query, {name: second.name, what, remedy: "Name one of them"});
  }
  if (own !== undefined) {
    return (at) => {
      const span = own.spans.find(({name}) => name === at[own.name]);
      return span && monthsOf(query, span);
    };
  }
  if (days === undefined) {
    const what = "it is not clear of which period the figures are that would be a year's";
    const remedy = "Name a period of the reference, called as 2014-01, 2014-q1 or 2013-14-q4, or leave annualised out";
    throw queryFault(query, {what, remedy});
  }
  const months = monthsOf(query, days);
  return () => months;
}

/** Counts of forms add up to a year's. People who come again in another quarter would be counted once more. */
export function refuseAnnualPeople(query: Query, {name, unit}: Population): void {
  if (unit === "forms" || !("isAnnualised" in query)) return;
  const what = `"${name}" counts every one of its ${unit} once, however long the period is, and no year's number follows from it`;
  throw queryFault(query, {name, what, remedy: "Ask a population of forms, or leave annualised out"});
}

function monthsOf(query: Query, {from, to}: Period): number {
  const months = monthsIn({from, to}).length;
  if (isWholeMonths({from, to}) && months <= year) return months;
  const what = `what is counted runs from ${from} to ${to}, and is no year or part of one in whole months`;
  throw queryFault(query, {what, remedy: "Name a month, quarter or year, or leave annualised out"});
}
