import {columnOf, type Variable} from "../../../publication/index.ts";
import {tellsOf} from "../../tells/registry.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {drawnRows, seriesOf} from "../drawing/drawnRows.ts";

/** The cells of one column or group of columns: of one query, population and edition. */
export type FigureSeries = readonly PublicCell[];

/** The series of a figure in the order of their columns: those of one population side by side. */
export function seriesInColumns(figure: ShownFigure): readonly FigureSeries[] {
  const isSpread = drawnRows(figure).some(({asked}) => asked.place.length > 0);
  const series = isSpread
    ? seriesOf(figure)
    : [...Map.groupBy(figure.cells, (cell) => `${populationAsked(cell)} ${cell.release.edition.id}`).values()];
  return [...Map.groupBy(series, ([first]) => first && populationAsked(first)).values()].flat();
}

/**
 * Whether a heading can be the name of a series: it has the label that the text gives the query, or a word for something
 * that this series asks and no other of its population does; and it names no other population and no other year.
 */
export function isNameOf(heading: string, series: FigureSeries, all: readonly FigureSeries[]): boolean {
  const [first] = series;
  if (first === undefined) return false;
  const said = heading.toLowerCase();
  if (first.query.label !== undefined) return said.includes(first.query.label.toLowerCase());
  if (isOfAnother(said, first)) return false;
  const twins = all.filter(([other]) => other !== undefined && isKin(other, first));
  const own = wordsOf(first).filter(
    (word) => !twins.every(([twin]) => twin !== undefined && wordsOf(twin).includes(word)),
  );
  return twins.length === 1 || own.length === 0 || own.some((word) => said.includes(word));
}

function isKin(one: PublicCell, other: PublicCell): boolean {
  return populationAsked(one) === populationAsked(other) && one.release.edition.id === other.release.edition.id;
}

/** What a query asks, in words that a heading may use. */
function wordsOf({query, asked, release}: PublicCell): readonly string[] {
  const variables = asked.population?.variables ?? [];
  const fixed = Object.entries({...query.at, ...query.among}).flatMap(([name, category]) =>
    placeWords(variables, name, category),
  );
  const spread = asked.place.map(({variable}) => variable.label);
  const reference = release.vocabulary.references.find(({name}) => name === asked.address.population);
  const column = reference?.columns.find(({name}) => name === columnOf(query))?.label ?? "";
  const stated = query.amongStated ? ["of those stated"] : [];
  return [...fixed, ...spread, column, ...tellsOf(query).namesOf(query), ...stated]
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

function placeWords(variables: readonly Variable[], name: string, asked: string): readonly string[] {
  const variable = variables.find((one) => one.name === name);
  const category =
    variable?.categories.find((one) => one.name === asked)?.label ?? (asked === "region" ? "" : "stated");
  return variable === undefined ? [] : [asked === "yes" ? variable.label : category];
}

function isOfAnother(said: string, {asked: {population}, release}: PublicCell): boolean {
  const year = /\b(?:19|20)\d{2}\/\d{2}\b/.exec(said)?.[0];
  if (year !== undefined && year !== release.edition.period.label) return true;
  const own = population?.heading.toLowerCase();
  const others = release.vocabulary.populations
    .map((other) => other.heading.toLowerCase())
    .filter((other) => other !== own);
  return own !== undefined && !said.startsWith(own) && others.some((other) => said.startsWith(other));
}
