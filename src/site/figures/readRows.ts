import {
  cellKey,
  expandQuery,
  type AskedCell,
  type AskedPlace,
  type CellAddress,
  type Query,
  type Variable,
} from "../../publication/index.ts";
import type {Cell, Release} from "../../release/index.ts";
import {usualDecimals} from "../words/formatCell.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/** One released cell of a query with where it stands, as the publication's categories rather than their names. */
export interface ReadRow {
  readonly row: TidyRow;
  readonly asked: AskedCell;
}

/** The released cells that a query names. Throws ReleaseError where the release does not answer for one. */
export function readRows(query: Query, release: Release): readonly ReadRow[] {
  return expandQuery(query, release.vocabulary).map((asked) => ({asked, row: readRow(asked, query, release)}));
}

function readRow(asked: AskedCell, query: Query, release: Release): TidyRow {
  const {period, id} = release.edition;
  const denominator = denominatorOf(asked, release);
  const missing = asked.missing && countCell(asked.missing, release);
  const group = asked.group && countCell(asked.group, release);
  return {
    key: `${id} ${cellKey(asked.address)}`,
    edition: {id, label: period.label},
    population: populationOf(asked, query, release),
    place: asked.place.map(tidyPlace),
    at: fixedPlaces(asked, query, release),
    measure: query.measure,
    ...(query.variable !== undefined && {variable: query.variable}),
    ...unitOf(asked, query, release),
    cell: release.cell(asked.address),
    ...(denominator && {denominator}),
    ...(missing && {missing}),
    ...(group && {group}),
  };
}

/** The number averaged of a group is there only where the report asks for it elsewhere. */
function denominatorOf({denominator, averaged}: AskedCell, release: Release): Cell | undefined {
  if (denominator !== undefined) return countCell(denominator, release);
  return averaged !== undefined && release.has(averaged) ? release.cell(averaged) : undefined;
}

/** A release answers for the cells asked; the counts beside them may be absent, and then they say so. */
function countCell(address: CellAddress, release: Release): Cell {
  return release.has(address) ? release.cell(address) : {status: "not-available"};
}

function populationOf({population, address}: AskedCell, query: Query, release: Release): TidyRow["population"] {
  if (population) return {name: population.name, label: population.label, heading: population.heading};
  const reference = referenceOf(address.population, release);
  const column = reference?.columns.find(({name}) => name === query.variable);
  return {name: address.population, label: reference?.title ?? "", heading: column?.label ?? ""};
}

function referenceOf(name: string, release: Release) {
  return release.vocabulary.references.find((reference) => reference.name === name);
}

function tidyPlace({variable, category}: AskedPlace): TidyPlace {
  const {name, label} = variable;
  if (category === "total")
    return {variable: {name, label}, category: {name: "total", code: "", label: "Total", role: "total"}};
  return {variable: {name, label}, category: {...only(category)}};
}

function only({name, code, label, role}: TidyPlace["category"]): TidyPlace["category"] {
  return {name, code, label, role};
}

function fixedPlaces({population, address}: AskedCell, query: Query, release: Release): readonly TidyPlace[] {
  const variables: readonly Variable[] = population?.variables ?? keysOf(address.population, release);
  return Object.entries({...query.among, ...query.at})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, category]) => {
      const variable = variables.find((candidate) => candidate.name === name);
      return variable ? [fixedPlace(variable, category)] : [];
    });
}

function keysOf(name: string, release: Release): readonly Variable[] {
  const reference = referenceOf(name, release);
  return reference ? [reference.key] : [];
}

function fixedPlace({name, label, categories}: Variable, asked: string): TidyPlace {
  const category = categories.find((candidate) => candidate.name === asked);
  const stated = {name: asked, code: "", label: "Stated", role: "value"} as const;
  return {variable: {name, label}, category: category ? only(category) : stated};
}

function unitOf({population, address}: AskedCell, query: Query, release: Release): Pick<TidyRow, "unit" | "decimals"> {
  switch (query.measure) {
    case "count":
      return {unit: population?.unit ?? "clients", decimals: usualDecimals.count};
    case "share":
      return {unit: "percent", decimals: usualDecimals.share};
    case "rate":
      return {unit: "per 1,000", decimals: usualDecimals.rate};
    case "mean": {
      const averaged = population?.variables.find(({name}) => name === query.variable);
      return {unit: averaged?.unit ?? "", decimals: usualDecimals.mean};
    }
    case "value": {
      const column = referenceOf(address.population, release)?.columns.find(({name}) => name === query.variable);
      return {unit: column?.unit ?? "", decimals: column?.decimals ?? 0};
    }
  }
}
