import {describePeriod} from "./describePeriod.ts";
import type {Period} from "./period.ts";

/** What a report says of when its forms are counted. */
interface Counted {
  readonly period: Period;
  readonly history?: Readonly<Record<string, string>>;
}

/** Days in words, as tables and sentences write them. */
type Window = Period & {readonly label: string; readonly text: string};

/** The days of which an extract's forms are counted: those of the edition, or from where its history begins to their end. */
export function windowOf({period, history = {}}: Counted, extract: string): Period {
  return {from: history[extract] ?? period.from, to: period.to};
}

/** Such days in words; nothing where they are those of the edition. */
export function historyOf(report: Counted, extract: string): Window | undefined {
  const {from, to} = windowOf(report, extract);
  return from === report.period.from ? undefined : {from, to, ...describePeriod(from, to)};
}

/** The days whose records a population of a release counts: those that it looks back to, or the edition's. */
export function countedDays({window}: {readonly window?: Period | undefined}, period: Period): Period {
  const {from, to} = window ?? period;
  return {from, to};
}
