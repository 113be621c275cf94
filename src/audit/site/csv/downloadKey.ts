import {referenceKeys} from "../../../publication/index.ts";
import {tellsOf} from "../../tells/registry.ts";
import {populationAsked, type PublicCell} from "../editionInDist.ts";

/** The one name of a cell's place in a download: edition, population, measure, and every variable that narrows it. */
export function downloadKey(cell: PublicCell): string {
  const {query, asked, release} = cell;
  const {population, address, place} = asked;
  const spread = place.map(({variable, category}): [string, string, string] =>
    category === "total" ? [variable.name, "Total", ""] : [variable.name, category.label, category.code],
  );
  const reference = release.vocabulary.references.find(({name}) => name === address.population);
  const variables = population?.variables ?? (reference ? referenceKeys(reference) : []);
  const fixed = Object.entries({...query.among, ...query.at}).flatMap(([name, asked]): [string, string, string][] => {
    const categories = variables.find((variable) => variable.name === name)?.categories ?? [];
    const category = categories.find((one) => one.name === asked);
    // A rate of the region as a whole is of no place.
    if (category === undefined && asked === "region") return [];
    return [[name, category?.label ?? "Stated", category?.code ?? ""]];
  });
  const measure = tellsOf(query).nameInFiles(query);
  return keyOf({edition: release.edition.id, population: populationAsked(cell), measure}, [...fixed, ...spread]);
}

/** The place that a row of a download names; a file of one edition does not name it. */
export function rowPlaceKey(row: Readonly<Record<string, string>>, edition: string): string {
  const names = Object.keys(row).filter((name) => `${name}_code` in row);
  const places = names.map((name): [string, string, string] => [name, row[name] ?? "", row[`${name}_code`] ?? ""]);
  const narrowed = places.filter(([, label]) => label !== "All");
  return keyOf(
    {edition: row.edition ?? edition, population: row.population ?? "", measure: row.measure ?? ""},
    narrowed,
  );
}

function keyOf(
  {edition, population, measure}: {edition: string; population: string; measure: string},
  places: readonly [string, string, string][],
): string {
  const sorted = [...new Map(places.map((place) => [place[0], place.join("=")])).values()].toSorted();
  return [edition, population, measure, ...sorted].join("|");
}
