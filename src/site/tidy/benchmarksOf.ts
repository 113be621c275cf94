import {measureOf} from "../../measures/index.ts";
import {publicationFault, questionOf} from "../../publication/index.ts";
import {lowerFirst} from "../words/letterCase.ts";
import type {Benchmark, Panel} from "./figureData.ts";
import type {FigurePart} from "./readParts.ts";
import type {TidyRow} from "./tidyRow.ts";

/**
 * The single numbers beside a table, each with the series that it is held against: the whole of the series' own query,
 * or a reference figure of the same unit. Throws PublicationError, at the query, for one that belongs to no series.
 */
export function benchmarksOf(singles: readonly FigurePart[], panels: readonly Panel[]): readonly Benchmark[] {
  return singles.flatMap(({query, rows}) => rows.map(({row}) => benchmarkOf({row, query}, panels)));
}

interface Single {
  readonly row: TidyRow;
  readonly query: FigurePart["query"];
}

function benchmarkOf(single: Single, panels: readonly Panel[]): Benchmark {
  const own = panels.filter((panel) => isWholeOf(single, panel));
  const isReference = measureOf(single.query).about === "reference";
  const isKin = ({query}: Panel): boolean =>
    single.query.indicator?.name === (single.query.indicator && query.indicator?.name);
  const alike = isReference ? panels.filter((panel) => panel.rows[0]?.unit === single.row.unit && isKin(panel)) : [];
  const held = own.length > 0 ? own : alike;
  const isCrossed = panels.some(({rows}) => rows.some(({place}) => place.length > 1));
  if (held.length === 0 || isCrossed) throw strayFault(single, isCrossed);
  const words = isReference ? nameOfReference(single) : nameOfWhole(single, held, panels);
  return {row: single.row, name: single.query.label ?? words, isWhole: own.length > 0, keys: held.map(({key}) => key)};
}

function strayFault({query}: Single, isCrossed: boolean): Error {
  const what = isCrossed
    ? `"${query.text}" is one number, and a table of two variables has no place for it`
    : `"${query.text}" is one number, and the whole of no series of this figure`;
  const remedy = isCrossed
    ? "Leave it out; counts of two variables have their totals with totals"
    : "Ask what a series asks, without by and within; or a reference figure of the same unit; or leave it out";
  return publicationFault(what, remedy, query.position);
}

function isWholeOf({row, query}: Single, panel: Panel): boolean {
  const {population, edition} = panel;
  const isSameSource = row.population.name === population.name && row.edition.id === edition.id;
  return isSameSource && questionOf(query) === questionOf(panel.query);
}

/** "Target share"; with its place where that is not the region as a whole. */
function nameOfReference({row: {population, at}}: Single): string {
  const places = at.filter(({category}) => category.role === "value").map(({category}) => category.label);
  return [population.heading, ...places].join(", ");
}

/** "All prison clients"; with what is asked where that population has several series. */
function nameOfWhole({row: {population}}: Single, held: readonly Panel[], panels: readonly Panel[]): string {
  const kin = panels.filter((panel) => panel.population.name === population.name);
  const [{heading} = {heading: ""}] = held;
  return `All ${population.label}${kin.length === held.length ? "" : `, ${lowerFirst(heading)}`}`;
}
