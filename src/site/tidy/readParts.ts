import {placeInTime, type Query} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {itemLabel} from "./itemLabel.ts";
import {readRows, type ReadRow} from "./readRows.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/** The rows of one query for one population: the stuff of a panel. */
export interface FigurePart {
  readonly query: Query;
  readonly release: Release;
  readonly rows: readonly ReadRow[];
}

/** The parts of a query: one a population. Throws PublicationError and ReleaseError. */
export function readParts(query: Query, release: Release): readonly FigurePart[] {
  const rows = readRows(query, release);
  return [...Map.groupBy(rows, ({row}) => row.population.name).values()].map((group) => ({
    query: placeInTime(query, release.vocabulary),
    release,
    rows: group,
  }));
}

/** Single cells without a table beside them: each is a category of its own, named by its query's label where it has one. */
export function asItems(parts: readonly FigurePart[]): readonly FigurePart[] {
  const places = parts.flatMap(({rows}) => rows.flatMap(({row}) => row.at));
  // Where all are the answers not given, the title says so, and every row need not.
  const areNotStated = places.length > 0 && places.every(({category}) => category.role === "not-stated");
  const label = areNotStated ? ({variable}: TidyPlace) => variable.label : itemLabel;
  const groups = Map.groupBy(parts, ({rows, release}) => `${rows[0]?.row.population.name ?? ""} ${release.edition.id}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{...first, rows: group.flatMap(({query, rows}) => rows.map((read) => asItem(read, query, label)))}];
  });
}

function asItem({row, asked}: ReadRow, query: Query, labelOf: (place: TidyPlace) => string): ReadRow {
  const name = row.at.map(({variable, category}) => `${variable.name}=${category.name}`).join(" ");
  const label = itemName(row, query, labelOf);
  const place: TidyPlace = {
    variable: {name: "item", label: "Question"},
    category: {name: name === "" ? "all" : name, code: "", label, role: "value"},
  };
  return {asked, row: {...row, place: [place]}};
}

/** How a single cell is named among others: as its query says, or by what it asks. */
export function itemName({at}: TidyRow, {label}: Query, labelOf: (place: TidyPlace) => string = itemLabel): string {
  const asked = at.map(labelOf).join(", ");
  return label ?? (asked === "" ? "All" : asked);
}
