import {measureOf, scaleOf, unitAsked, type Cell} from "../../measures/index.ts";
import {
  cellKey,
  columnOf,
  isWholeRegion,
  referenceKeys,
  unitIn,
  type AskedCell,
  type AskedPlace,
  type Query,
  type Variable,
} from "../../publication/index.ts";
import type {Answer, Release} from "../../release/index.ts";
import {fixedPlace} from "./fixedPlaces.ts";
import {restsOnMadeUp} from "./restsOnMadeUp.ts";
import type {TidyPlace, TidyRow} from "./tidyRow.ts";

/** One released cell of a query with where it stands, as the publication's categories rather than their names. */
export interface ReadRow {
  readonly row: TidyRow;
  readonly asked: AskedCell;
}

/** The released cells that a query names. Throws ReleaseError where the release does not answer for one. */
export function readRows(query: Query, release: Release): readonly ReadRow[] {
  return release.answer(query).map((answer) => ({asked: answer.asked, row: readRow(answer)}));
}

/** A release answers for the cells asked; the counts beside them may be absent, and then they say so. */
const unknown: Cell = {status: "not-available"};

function readRow({asked, query, release, cell, caveats, ...beside}: Answer): TidyRow {
  const {period, id} = release.edition;
  const scale = scaleOf(asked.address);
  // The number averaged of a group is there only where the report asks for it elsewhere.
  const denominator = beside.denominator ?? (asked.denominator && unknown);
  const missing = beside.missing ?? (asked.missing && unknown);
  const group = beside.group ?? (asked.group && unknown);
  return {
    key: `${id} ${cellKey(asked.address)}`,
    edition: {id, label: period.label},
    population: populationOf(asked, query, release),
    place: asked.place.map(tidyPlace),
    at: placesFixed(asked, query, release),
    measure: query.measure,
    named: measureOf(query).named(query),
    isMadeUp: restsOnMadeUp(query, release),
    ...unitOf(asked, query, release),
    ...(scale && {scale: scale.times / scale.over}),
    cell,
    caveats,
    ...(denominator && {denominator}),
    ...(missing && {missing}),
    ...(group && {group}),
  };
}

function populationOf({population, address}: AskedCell, query: Query, release: Release): TidyRow["population"] {
  if (population) return {name: population.name, label: population.label, heading: population.heading};
  const reference = referenceOf(address.population, release);
  const column = reference?.columns.find(({name}) => name === columnOf(query));
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

function placesFixed({population, address}: AskedCell, query: Query, release: Release): readonly TidyPlace[] {
  const variables: readonly Variable[] = population?.variables ?? keysOf(address.population, release);
  return Object.entries({...query.among, ...query.at})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, category]) => {
      const variable = variables.find((candidate) => candidate.name === name);
      return variable && !isWholeRegion(variable, category) ? [fixedPlace(variable, category)] : [];
    });
}

function keysOf(name: string, release: Release): readonly Variable[] {
  const reference = referenceOf(name, release);
  return reference ? referenceKeys(reference) : [];
}

function unitOf({population, address}: AskedCell, query: Query, release: Release): Pick<TidyRow, "unit" | "decimals"> {
  const {unit, print, numberOf} = measureOf(query);
  const decimals = print.isFixed ? print.decimals : (query.decimals ?? print.decimals);
  switch (unit) {
    case "percent":
    case "per 1,000":
    case "per 100,000":
    case "ratio":
    case "of 100":
      return {unit: unitAsked(unit, unitIn(query)), decimals};
    case "of the population":
      return {unit: population?.unit ?? "clients", decimals};
    case "of the number": {
      const number = numberOf(query);
      const own = population?.variables.find(({name}) => name === number);
      return {unit: own?.unit ?? "", decimals: decimals + (own?.decimals ?? 0)};
    }
    case "of the column": {
      const column = referenceOf(address.population, release)?.columns.find(({name}) => name === columnOf(query));
      return {unit: column?.unit ?? "", decimals: column?.decimals ?? 0};
    }
  }
}
