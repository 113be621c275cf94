import type {FigureBlock, Query, TableBlock} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {releaseFor, type Releases} from "../releases/releases.ts";
import {roundingInWords} from "../words/roundingInWords.ts";
import {lowerFirst} from "../words/lowerFirst.ts";
import {describeBases} from "./describeBases.ts";
import {describeSubtitle} from "./describeSubtitle.ts";
import {dimensionsOf} from "./dimensionsOf.ts";
import type {Dimension, FigureData, Panel} from "./figureData.ts";
import {readRows, type ReadRow} from "./readRows.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/** The rows of one query for one population: the stuff of a panel. */
export interface Part {
  readonly query: Query;
  readonly release: Release;
  readonly rows: readonly ReadRow[];
}

/**
 * Everything that a figure or table shows, read from the releases. Throws PublicationError for a name that the
 * release's vocabulary lacks and ReleaseError where a release does not answer for a cell.
 */
export function readFigureData(block: FigureBlock | TableBlock, releases: Releases): FigureData {
  const parts = block.show.flatMap((query) => readParts(query, releaseFor(query.edition, releases)));
  const spread = parts.filter(({query}) => query.by.length + query.within.length > 0);
  // Several single cells and no table: each cell is then a category of its own.
  const drawn = spread.length > 0 ? spread : asItems(parts);
  const dimensions = dimensionsOf(drawn);
  const rounding = roundingInWords(parts.filter(isCounted).map(({release}) => release));
  const rows = parts.flatMap((part) => part.rows.map(({row}) => row));
  const editions = [...new Map(rows.map(({edition}) => [edition.id, edition])).values()];
  return {
    id: block.id,
    measure: block.measure,
    subtitle: describeSubtitle(block.measure, parts),
    rows,
    panels: headed(byPopulation(drawn.map((part) => panelOf(part, dimensions)))),
    benchmarks:
      spread.length > 0
        ? parts.filter((part) => !spread.includes(part)).flatMap((part) => part.rows.map(({row}) => row))
        : [],
    dimensions,
    bases: describeBases(drawn),
    mark: releaseFor("this", releases).disclosure.policy.mark,
    ...(rounding !== undefined && {rounding}),
    editions,
  };
}

/** Whether numbers are counts or made of them; figures from elsewhere are printed as their source has them. */
function isCounted({query}: Part): boolean {
  return query.measure !== "value";
}

/** Editions of one population stand side by side, not populations of one edition. */
function byPopulation(panels: readonly Panel[]): readonly Panel[] {
  return [...Map.groupBy(panels, ({population}) => population.name).values()].flat();
}

function readParts(query: Query, release: Release): readonly Part[] {
  const rows = readRows(query, release);
  return [...Map.groupBy(rows, ({row}) => row.population.name).values()].map((group) => ({
    query,
    release,
    rows: group,
  }));
}

function asItems(parts: readonly Part[]): readonly Part[] {
  const places = parts.flatMap(({rows}) => rows.flatMap(({row}) => row.at));
  // Where all are the answers not given, the title says so, and every row need not.
  const areNotStated = places.length > 0 && places.every(({category}) => category.role === "not-stated");
  const label = areNotStated ? ({variable}: TidyPlace) => variable.label : itemLabel;
  const groups = Map.groupBy(parts, ({rows, release}) => `${rows[0]?.row.population.name ?? ""} ${release.edition.id}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{...first, rows: group.flatMap((part) => part.rows.map((read) => asItem(read, label)))}] : [];
  });
}

function asItem({row, asked}: ReadRow, labelOf: (place: TidyPlace) => string): ReadRow {
  const name = row.at.map(({variable, category}) => `${variable.name}=${category.name}`).join(" ");
  const label = row.at.map(labelOf).join(", ");
  const place: TidyPlace = {
    variable: {name: "item", label: "Question"},
    category: {name: name === "" ? "all" : name, code: "", label: label === "" ? "All" : label, role: "value"},
  };
  return {asked, row: {...row, place: [place]}};
}

/** "Problematic drug user" for a yes, "Sex: Not stated" otherwise. */
function itemLabel({variable, category}: TidyPlace): string {
  return category.name === "yes" ? variable.label : `${variable.label}: ${lowerFirst(category.label)}`;
}

function panelOf({query, release, rows}: Part, dimensions: readonly Dimension[]): Panel {
  const [first] = rows;
  if (first === undefined) throw new Error("a part of a figure has no rows");
  const {population, edition} = first.row;
  const {populations} = release.vocabulary;
  const kin = populations.filter(({unit}) => unit === first.asked.population?.unit);
  return {
    key: population.name,
    heading: population.heading,
    population,
    edition,
    place: kin.findIndex(({name}) => name === population.name) + 1,
    query,
    rows: placesOf(dimensions).map((place) => rowAtPlace(rows, place) ?? absentRow(first.row, place)),
  };
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
  const {edition, population, at, measure, unit, decimals} = like;
  return {edition, population, place, at, measure, unit, decimals, cell: {status: "not-applicable"}};
}

/** Tells panels apart by whatever they differ in: population, edition, or the place that the query fixes. */
function headed(panels: readonly Panel[]): readonly Panel[] {
  const editions = new Set(panels.map(({edition}) => edition.id));
  const named = panels.map((panel) =>
    editions.size === 1
      ? panel
      : {...panel, key: `${panel.key}-${panel.edition.id}`, heading: `${panel.heading} ${panel.edition.label}`},
  );
  return named.map((panel) => {
    const twins = named.filter(({key}) => key === panel.key);
    if (twins.length === 1) return panel;
    const isNamed = new Set(twins.map(({heading}) => heading)).size === twins.length;
    const fixed = panel.rows[0]?.at.map(({category}) => category.label).join(", ") ?? "";
    const key = `${panel.key}-${String(twins.indexOf(panel) + 1)}`;
    if (isNamed) return {...panel, key};
    const difference = fixed === "" ? panel.query.measure : fixed.toLowerCase();
    return {...panel, key, heading: `${panel.heading}, ${difference}`};
  });
}
