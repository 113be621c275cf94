import {measureOf, measures, type Coordinates} from "../../measures/index.ts";
import {wholeRegion} from "../wholeRegion.ts";
import {
  targetColumn,
  targetReferenceName,
  usualPlaceKey,
  type Indicator,
  type Indicators,
  type IndicatorTarget,
  type SimilarBenchmark,
} from "./indicator.ts";
import type {Query, QueryFrame} from "./query.ts";

/** What a query of an indicator adds to its definition. */
export type Narrowing = Pick<QueryFrame, "at" | "by" | "totals" | "edition">;

/**
 * An indicator at a place, or spread over variables. A share is taken within each place, so that it is the same question
 * of fewer people; any other number is that of the place. Of everybody, or spread, it is called as its definition says.
 */
export function narrowIndicator(indicator: Indicator, narrowing: Narrowing): Query {
  const {query, label, decimals} = indicator;
  const {by, totals, edition} = narrowing;
  const at = {...wholeOf(indicator, narrowing), ...narrowing.at};
  const isShare = measureOf(query).base === "within";
  const place = isShare
    ? {among: {...query.among, ...at}, within: [...query.within, ...by]}
    : {at: {...query.at, ...at}, by: [...query.by, ...by]};
  const text = textOf("indicator", indicator, narrowing);
  const named = Object.keys(narrowing.at).length === 0 ? {label} : {};
  const printed = decimals === undefined ? {} : {decimals};
  const known = {...named, ...printed, indicator: {name: indicator.name, narrowing}};
  return {...query, ...place, ...known, definition: definitionOf(indicator), totals, edition, text};
}

/** Of which row a figure of a reference, or a rate, is where no place is asked; other numbers of records are of everybody then. */
function wholeOf({query, area}: Indicator, {at, by}: Narrowing): Coordinates {
  const isAsked = area === undefined || area in at || by.includes(area);
  const {about, grammar} = measureOf(query);
  return isAsked || (about === "population" && !grammar.isPer) ? {} : {[area]: wholeRegion};
}

/** What an indicator is, in a sentence: "Clients with a plan: clients who agreed one, of those of whom it is known." */
export function definitionOf({label, definition}: Indicator): string {
  return `${label}: ${definition.trim().replace(/\s+/g, " ").replace(/\.$/, "")}.`;
}

/** The variables that the definition of an indicator fixes: no place of it can name them again. */
export function fixedVariables({query: {at, among}}: Indicator): readonly string[] {
  return [...Object.keys(at), ...Object.keys(among)];
}

/**
 * What an indicator should be at a place: one number, or the row of the place in its reference, which knows nothing but
 * places. Undefined where it has no target.
 */
export function targetOf(indicator: Indicator, narrowing: Narrowing): Query | undefined {
  const {target, area, position} = indicator;
  if (target === undefined) return undefined;
  const {reference, column, key} = columnOfTarget(indicator, target);
  const isOfPlaces = target.kind === "column" && area !== undefined;
  const isSpread = isOfPlaces && narrowing.by.includes(area);
  const row = (isOfPlaces ? narrowing.at[area] : undefined) ?? wholeRegion;
  return {
    ...{measure: "value", reference, column, populations: [reference]},
    ...{at: isSpread ? {} : {[key]: row}, by: isSpread ? [key] : []},
    ...{within: [], among: {}, amongStated: false, totals: false, edition: narrowing.edition},
    ...(isSpread && {label: `Target: ${indicator.label}`}),
    indicator: {name: indicator.name, narrowing},
    text: textOf("target", indicator, isOfPlaces ? narrowing : {...everywhere, edition: narrowing.edition}),
    position,
  };
}

function columnOfTarget(indicator: Indicator, target: IndicatorTarget) {
  if (target.kind === "column") return {...target.column, key: target.key};
  return {reference: targetReferenceName(indicator), column: targetColumn, key: usualPlaceKey};
}

/** What is the same everywhere is asked of no place, whatever it is held against. */
const everywhere = {at: {}, by: [], totals: false} as const;

/**
 * What an indicator is compared with at a place: the same number of the whole region or of the areas like it, or the one
 * figure that its definition names. Undefined where it has no benchmark.
 */
export function benchmarkOf(indicator: Indicator, narrowing: Narrowing): Query | undefined {
  const {benchmark, area} = indicator;
  if (benchmark === undefined) return undefined;
  const {edition} = narrowing;
  if (benchmark.kind === "figure") {
    const text = textOf("benchmark", indicator, {...everywhere, edition});
    return {...benchmark.query, edition, label: benchmark.label, indicator: {name: indicator.name, narrowing}, text};
  }
  if (benchmark.kind === "similar") return similarTo(indicator, benchmark, narrowing);
  const whole = {...outsideOf(area, narrowing), totals: false, edition};
  return {...narrowIndicator(indicator, whole), text: textOf("benchmark", indicator, whole)};
}

/** What is asked besides a variable. */
function outsideOf(area: string | undefined, {at, by}: Narrowing): Pick<Narrowing, "at" | "by"> {
  const others = Object.entries(at).filter(([name]) => name !== area);
  return {at: Object.fromEntries(others), by: by.filter((name) => name !== area)};
}

/** The share of the areas like that of a place, or like each of all; the region has none like it. */
function similarTo(indicator: Indicator, {similar, definition}: SimilarBenchmark, narrowing: Narrowing) {
  const {area: variable, name} = indicator;
  if (variable === undefined || !(variable in narrowing.at || narrowing.by.includes(variable))) return undefined;
  return {
    ...narrowIndicator(indicator, narrowing),
    ...{measure: "similar-share" as const, variable, similar, definition},
    decimals: measures["similar-share"].print.decimals,
    label: `Similar areas: ${indicator.label}`,
    ...{indicator: {name, narrowing}, text: textOf("benchmark", indicator, narrowing)},
  };
}

/** The shares that a benchmark of similar areas is made of, which are asked with it; nothing of any other query. */
export function sharesOfSimilar(query: Query, indicators: Indicators): Query | undefined {
  const indicator = query.measure === "similar-share" ? indicators.get(query.indicator?.name ?? "") : undefined;
  if (indicator?.area === undefined || query.indicator === undefined) return undefined;
  const {narrowing} = query.indicator;
  const {at, by} = outsideOf(indicator.area, narrowing);
  return {...query, ...narrowIndicator(indicator, {...narrowing, at, by: [indicator.area, ...by]})};
}

/** As it would be written in a report: what asks otherwise has another text. */
function textOf(word: string, {name}: Indicator, {at, by, totals, edition}: Narrowing): string {
  const places = Object.entries(at).map(([variable, category]) => `${variable}=${category}`);
  return [
    ...[word, name, ...places],
    ...(by.length > 0 ? [`by ${by.join(", ")}`] : []),
    ...(totals ? ["with totals"] : []),
    ...(edition === "this" ? [] : [`in ${edition}`]),
  ].join(" ");
}
