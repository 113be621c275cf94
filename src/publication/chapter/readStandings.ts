import type {Standing, TableBlock} from "../document/publication.ts";
import {publicationFault} from "../PublicationError.ts";
import {benchmarkOf, targetOf} from "../query/askIndicator.ts";
import type {Indicator, Indicators} from "../query/indicator.ts";
import type {Query} from "../query/query.ts";

/** What the numbers of a table may be held against. */
export const standingSides = ["target", "benchmark"] as const;

/** What a table shows that holds its indicators against something. */
type Held = Required<Pick<TableBlock, "show" | "standings">>;

/**
 * The queries of a table with what their indicators are held against, each once, and in which words. Throws PublicationError
 * at a query that asks no indicator by one variable, or one that has no such target or benchmark.
 */
export function readStandings(
  show: readonly Query[],
  side: (typeof standingSides)[number],
  indicators: Indicators,
): Held {
  const held = show.map((query) => heldAgainst(query, side, indicators));
  const queries = new Map([...show, ...held.map(({against}) => against)].map((query) => [query.text, query]));
  return {show: [...queries.values()], standings: held.map(({standing}) => standing)};
}

function heldAgainst(query: Query, side: (typeof standingSides)[number], indicators: Indicators) {
  const indicator = indicators.get(query.indicator?.name ?? "");
  const narrowing = query.indicator?.narrowing;
  const isSpread = narrowing?.by.length === 1 && !narrowing.totals;
  if (indicator === undefined || !isSpread || !query.text.startsWith("indicator ")) {
    const remedy = "Show indicators by one variable, e.g. indicator care-plan by residence, or leave status out";
    throw publicationFault(`"${query.text}" is no indicator by one variable`, remedy, query.position);
  }
  const against = side === "target" ? targetOf(indicator, narrowing) : benchmarkOf(indicator, narrowing);
  if (against === undefined) {
    const what = `the indicator "${indicator.name}" has no ${side}`;
    throw publicationFault(what, `Write ${side}: where indicators.yaml defines it`, query.position);
  }
  const placed = query.position === undefined ? against : {...against, position: query.position};
  return {against: placed, standing: standingOf(indicator, side, against)};
}

function standingOf(indicator: Indicator, side: (typeof standingSides)[number], {text}: Query): Standing {
  const {name, better, benchmark} = indicator;
  const [above, below] = better === undefined ? ["above", "below"] : ["better", "worse"];
  const neither = "cannot be told";
  const heldAgainst = side === "target" ? "target" : (benchmark?.label ?? "");
  return {
    indicator: name,
    heading: `Against ${heldAgainst}`,
    heldAgainst,
    against: text,
    isOfRegion: side === "benchmark" && benchmark?.kind === "region",
    words: better === "lower" ? [below, above, neither] : [above, below, neither],
  };
}
