import type {Variable} from "../vocabulary.ts";
import {periodsWithin, type PeriodKind} from "./periodsWithin.ts";
import type {Period} from "./period.ts";

/** A category that is a period, with its first and last day. */
export interface NamedSpan extends Period {
  readonly name: string;
}

const kinds: readonly PeriodKind[] = [
  {in: "month"},
  {in: "quarter", year: "calendar"},
  {in: "quarter", year: "financial"},
  {in: "year", year: "calendar"},
  {in: "year", year: "financial"},
];

/**
 * The categories of a variable as periods that follow one another, in their order. Of a variable of dates it says itself
 * which days they are; of a list they are read from its names, where all are those that a dictionary would give months,
 * quarters or years: `2014-01`, `2014-q1`, `2013-14-q4`, `2014`, `2013-14`. Nothing where they are no such periods.
 */
export function namedSpans({
  reads,
  categories,
}: Pick<Variable, "reads" | "categories">): readonly NamedSpan[] | undefined {
  if (reads?.as === "period") {
    const spans = Object.entries(reads.categories).map(([name, [from, to]]): NamedSpan => ({name, from, to}));
    return inOrder(spans);
  }
  const names = categories.filter(({role}) => role === "value").map(({name}) => name);
  const read = kinds.map((kind) => inOrder(spansCalled(names, kind))).filter((one) => one !== undefined);
  return read.length === 1 ? read[0] : undefined;
}

/** The days of names under one way of naming periods; fewer where it has no such name. */
function spansCalled(names: readonly string[], kind: PeriodKind): readonly NamedSpan[] | undefined {
  const known = knownPeriods(kind);
  const spans = names.flatMap((name) => known.get(name) ?? []);
  return spans.length === names.length && names.length > 1 ? spans : undefined;
}

/** Sorted by their days; nothing where one does not begin on the day after another ends. */
function inOrder(spans: readonly NamedSpan[] | undefined): readonly NamedSpan[] | undefined {
  const sorted = spans?.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const isUnbroken = sorted?.every(({from}, at) => at === 0 || sorted[at - 1]?.to === dayBefore(from));
  return isUnbroken === true ? sorted : undefined;
}

function dayBefore(iso: string): string {
  const day = new Date(`${iso}T00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

const known = new Map<PeriodKind, ReadonlyMap<string, NamedSpan>>();

/** Every period of a kind of two centuries, by its name. */
function knownPeriods(kind: PeriodKind): ReadonlyMap<string, NamedSpan> {
  const found = known.get(kind);
  if (found !== undefined) return found;
  const periods = periodsWithin(kind, {from: "1900-01-01", to: "2099-12-31"});
  const named = new Map(periods.map(({name, from, to}) => [name, {name, from, to}]));
  known.set(kind, named);
  return named;
}
