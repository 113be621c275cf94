import {measureOf, type CellAddress} from "../../measures/index.ts";
import type {Category, Vocabulary} from "../vocabulary.ts";
import type {AskedCell} from "./askedCell.ts";
import {checkCategory, findColumn, findReference} from "./findNames.ts";
import {columnOf, type Query} from "./query.ts";
import {queryFault, unknownName} from "./queryFault.ts";

/** The cells of a query of a reference: one row of it, or all of them. Throws PublicationError. */
export function expandReference(query: Query, vocabulary: Vocabulary): readonly AskedCell[] {
  const reference = findReference(query, vocabulary, query.populations[0] ?? "");
  findColumn(query, reference, columnOf(query) ?? "");
  const {key} = reference;
  for (const name of [...Object.keys(query.at), ...query.by, ...query.within, ...Object.keys(query.among)]) {
    if (name !== key.name) throw unknownName(query, {sort: `variable of ${reference.name}`, name, known: [key.name]});
  }
  const asked = query.at[key.name];
  const isSpread = query.by.length > 0;
  const isPlain = query.within.length === 0 && Object.keys(query.among).length === 0 && !query.amongStated;
  if (!isPlain || (asked === undefined) !== isSpread) {
    const remedy = `Name one, e.g. ${key.name}=${key.categories[0]?.name ?? ""}, or all of them: by ${key.name}`;
    throw queryFault(query, {what: `it is not clear which rows of "${reference.name}" are asked`, remedy});
  }
  if (asked !== undefined) checkCategory(query, [key], asked);
  return key.categories
    .filter(({name}) => isSpread || name === asked)
    .flatMap((category: Category): readonly AskedCell[] => {
      const place = {subject: query, population: reference.name, at: {[key.name]: category.name}, base: {}};
      const address = measureOf(query).addressAt(place) as CellAddress | undefined;
      return address === undefined ? [] : [{place: isSpread ? [{variable: key, category}] : [], address}];
    });
}
