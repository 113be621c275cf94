import {measureOf} from "../../measures/index.ts";
import type {Break, FigureBlock, TableBlock} from "../../publication/index.ts";
import {releaseFor, type Release, type Releases} from "../../release/index.ts";
import {roundingInWords} from "../words/roundingInWords.ts";
import {benchmarksOf} from "./benchmarksOf.ts";
import {withBreaksBetween} from "./breaksBetween.ts";
import {changesOf} from "./changesOf.ts";
import {colourSeries} from "./colourSeries.ts";
import {describeBases, type NamedPart} from "./describeBases.ts";
import {describeSubtitle} from "./describeSubtitle.ts";
import {dimensionsOf} from "./dimensionsOf.ts";
import type {Dimension, FigureData, Panel} from "./figureData.ts";
import {nameSeries} from "./nameSeries.ts";
import {omitCategories} from "./omitCategories.ts";
import {asItems, itemName, readParts, type FigurePart} from "./readParts.ts";
import {withStandings} from "./standings.ts";
import {refuseFalseNames} from "./refuseFalseNames.ts";
import type {ReadRow} from "./readRows.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/**
 * Everything that a figure or table shows, read from the releases. Throws PublicationError for a name that the
 * release's vocabulary lacks and ReleaseError where a release does not answer for a cell.
 */
export function readFigureData(
  block: FigureBlock | TableBlock,
  releases: Releases,
  breaks: readonly Break[] = [],
): FigureData {
  const read = block.show.flatMap((query) => readParts(query, releaseFor(query.edition, releases)));
  const parts = withStandings(withBreaksBetween(read, breaks), block);
  refuseFalseNames(parts);
  const spread = parts.filter(({query}) => query.by.length + query.within.length > 0);
  // Several single cells and no table: each cell is then a category of its own.
  const drawn = spread.length > 0 ? spread : asItems(parts);
  const {dimensions, omitted} = omitCategories(dimensionsOf(drawn), block);
  const rounding = roundingInWords(parts.filter(isCounted).map(({release}) => release));
  const {policy} = releaseFor("this", releases).disclosure;
  const rows = parts.flatMap((part) => part.rows.map(({row}) => row));
  const editions = [...new Map(rows.map(({edition}) => [edition.id, edition])).values()];
  const panels = seriesOf(drawn, dimensions);
  const singles = spread.length > 0 ? parts.filter((part) => !spread.includes(part)) : [];
  return {
    id: block.id,
    measure: block.measure,
    subtitle: describeSubtitle(block.measure, parts),
    rows,
    panels,
    benchmarks: benchmarksOf(singles, panels),
    dimensions,
    changes: changesOf(drawn),
    omitted,
    ...(block.heading !== undefined && {heading: block.heading}),
    bases: describeBases(namedParts(spread.length > 0 ? spread : parts, panels)),
    standings: block.kind === "table" ? (block.standings ?? []) : [],
    definitions: [...new Set(parts.flatMap(({query}) => query.definition ?? []))],
    fewest: policy.threshold,
    fewestOfShare: policy.shareNeeds ?? 1,
    mark: policy.mark,
    ...(rounding !== undefined && {rounding}),
    editions,
  };
}

/** Whether numbers are counts or made of them; figures from elsewhere are printed as their source has them. */
function isCounted({query}: FigurePart): boolean {
  return measureOf(query).about === "population";
}

/** The panels of a figure, each with a name and a colour of its own. */
function seriesOf(parts: readonly FigurePart[], dimensions: readonly Dimension[]): readonly Panel[] {
  const panels = byPopulation(parts.map((part) => panelOf(part, dimensions)));
  const populations = Math.max(0, ...parts.map((part) => kinOf(part).length));
  return colourSeries(nameSeries(panels), populations);
}

/** The queries drawn, each population's by itself, with the name of its series; of single cells their row's. */
function namedParts(parts: readonly FigurePart[], panels: readonly Panel[]): readonly NamedPart[] {
  return parts.map((part) => {
    const [first] = part.rows;
    const panel = panels.find((one) => one.query === part.query && one.population.name === first?.row.population.name);
    const isItem = part.query.by.length + part.query.within.length === 0;
    return {...part, name: isItem && first ? itemName(first.row, part.query) : (panel?.heading ?? "")};
  });
}

/** Editions of one population stand side by side, not populations of one edition. */
function byPopulation(panels: readonly Panel[]): readonly Panel[] {
  return [...Map.groupBy(panels, ({population}) => population.name).values()].flat();
}

function panelOf(part: FigurePart, dimensions: readonly Dimension[]): Panel {
  const {query, rows} = part;
  const [first] = rows;
  if (first === undefined) throw new Error("a part of a figure has no rows");
  const {population, edition} = first.row;
  const number = query.measure === "sum" ? measureOf(query).numberOf(query) : undefined;
  const summed = first.asked.population?.variables.find(({name}) => name === number)?.label;
  return {
    ...(summed !== undefined && {summed}),
    key: population.name,
    heading: population.heading,
    population,
    edition,
    place: kinOf(part).findIndex(({name}) => name === population.name) + 1,
    query,
    rows: placesOf(dimensions).map((place) => rowAtPlace(rows, place) ?? absentRow(first.row, place)),
  };
}

/** The populations of the publication that count the same: each has a colour. */
function kinOf({release, rows}: FigurePart): Release["vocabulary"]["populations"] {
  return release.vocabulary.populations.filter(({unit}) => unit === rows[0]?.asked.population?.unit);
}

function placesOf(dimensions: readonly Dimension[]): readonly (readonly TidyPlace[])[] {
  return dimensions.reduce<readonly (readonly TidyPlace[])[]>(
    (places, {name, label, categories}) =>
      places.flatMap((place) => categories.map((category) => [...place, {variable: {name, label}, category}])),
    [[]],
  );
}

function rowAtPlace(rows: readonly ReadRow[], place: readonly TidyPlace[]): TidyRow | undefined {
  const found = rows.find(({row}) =>
    place.every(({category}, index) => row.place[index]?.category.name === category.name),
  );
  return found?.row;
}

/** A population that is never asked a category (a treatment offered in prison only) has no number there, not nought. */
function absentRow(like: TidyRow, place: readonly TidyPlace[]): TidyRow {
  const {edition, population, at, measure, named, isMadeUp, unit, decimals} = like;
  const kind = {edition, population, at, measure, named, isMadeUp, unit, decimals};
  return {...kind, place, cell: {status: "not-applicable"}, caveats: []};
}
