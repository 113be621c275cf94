import {measureOf} from "../../measures/index.ts";
import {
  columnOf,
  describePeriod,
  perOf,
  referenceKeys,
  targetColumn,
  type CellAddress,
  type Query,
  type Variable,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {listInWords} from "../words/listInWords.ts";
import type {ReadRow} from "./readRows.ts";

interface Part {
  readonly query: Query;
  readonly release: Release;
  readonly rows: readonly ReadRow[];
}

/**
 * Measure, population, region and period in words: "Share of clients by sex, prison and community clients, South East,
 * April 2007 to March 2008". Of references the years that their source names: "…, 2006/07", "…, against figures of
 * 2006/07".
 */
export function describeSubtitle(measure: string, parts: readonly Part[]): string {
  const asked = parts.filter(({rows}) => rows.some(({asked: {population}}) => population !== undefined));
  const populations = joinLabels(unique(asked.flatMap(({rows}) => rows.map(({row}) => row.population.label))));
  const regions = listInWords(unique(asked.map(({release}) => release.edition.region)));
  const periods = listInWords(unique(asked.flatMap(daysOf)));
  const years = unique(parts.flatMap(yearsOfReference));
  // "Number of visits, visits" would say it twice.
  const said = measure.toLowerCase().includes(populations.toLowerCase()) ? "" : populations;
  const against = asked.length > 0 && years.length > 0 ? "against figures of " : "";
  return [measure, said, regions, periods, `${against}${listInWords(years)}`]
    .filter((words) => words !== "")
    .join(", ");
}

/**
 * The years of the reference that a query asks or divides by, "2006/07" or "2008", as its source has them. Where rows are
 * told apart by times ("2008", "Mar 2008"), those of the source are when it came out, and no years of the figures.
 */
function yearsOfReference({query, release}: Part): readonly string[] {
  // The years in the source of a target are when it was set.
  if (columnOf(query) === targetColumn) return [];
  const names = measureOf(query).about === "reference" ? query.populations : [perOf(query)?.reference];
  const used = release.vocabulary.references.filter(({name}) => names.includes(name));
  const undated = used.filter((reference) => !referenceKeys(reference).some(isOfTimes));
  return undated.flatMap(({source}) => source.match(year) ?? []);
}

const year = /\b(?:19|20)\d\d(?:\/\d\d)?\b/g;

/** Whether each value of a variable names its year. */
function isOfTimes({categories}: Variable): boolean {
  const values = categories.filter(({role}) => role === "value");
  return values.length > 0 && values.every(({label}) => label.search(year) !== -1);
}

/** The days whose records a part counts: those that its query names, or all that are counted. */
function daysOf({query, release, rows}: Part): readonly string[] {
  const named = {...query.among, ...query.at};
  return rows.map(({asked: {population, address}}) => {
    const dated = population?.variables.find(({name, reads}) => isSelecting(reads) && named[name] !== undefined);
    return (
      (dated && daysAdded(dated, address)) ??
      dated?.categories.find(({name}) => name === named[dated.name])?.text ??
      population?.window?.text ??
      release.edition.period.text
    );
  });
}

function isSelecting(reads: Variable["reads"]): boolean {
  return reads?.as === "period" && reads.selects === true;
}

/** From the first day to the last of the periods that a rolling sum adds up. */
function daysAdded({name, reads}: Variable, address: CellAddress): string | undefined {
  if (!("periods" in address) || address.over !== name || reads?.as !== "period") return undefined;
  const [first, last] = [address.periods[0], address.periods.at(-1)].map((one = "") => reads.categories[one]);
  return first && last && describePeriod(first[0], last[1]).text;
}

/** "prison clients", "community clients" → "prison and community clients". */
function joinLabels(labels: readonly string[]): string {
  const endings = unique(labels.map((label) => label.split(" ").at(-1) ?? ""));
  const [ending] = endings;
  const canShare = endings.length === 1 && ending !== undefined && labels.every((label) => label.includes(" "));
  if (labels.length < 2 || !canShare) return listInWords(labels);
  return `${listInWords(labels.map((label) => label.slice(0, -ending.length - 1)))} ${ending}`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
