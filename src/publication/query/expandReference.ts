import {measureOf, type CellAddress, type Coordinates} from "../../measures/index.ts";
import {referenceKeys} from "../referenceKeys.ts";
import type {Category, Reference, Variable, Vocabulary} from "../vocabulary.ts";
import type {AskedCell} from "./askedCell.ts";
import {checkCategory, findColumn, findReference} from "./findNames.ts";
import {columnsRead, type Query} from "./query.ts";
import {queryFault, unknownName} from "./queryFault.ts";

/**
 * The cells of a query of a reference: of each of its keys one category, or all of them, in the order of `by`. Throws
 * PublicationError.
 */
export function expandReference(query: Query, vocabulary: Vocabulary): readonly AskedCell[] {
  const reference = findReference(query, vocabulary, query.populations[0] ?? "");
  for (const column of columnsRead(query)) findColumn(query, reference, column);
  checkKeys(query, reference);
  const keys = referenceKeys(reference);
  const spread = query.by.flatMap((name) => keys.find((key) => key.name === name) ?? []);
  return rowsOf(spread).flatMap((row): readonly AskedCell[] => {
    const named: Coordinates = Object.fromEntries(row.map(({variable, category}) => [variable.name, category.name]));
    const place = {subject: query, population: reference.name, at: {...query.at, ...named}, base: {}};
    const address = measureOf(query).addressAt(place) as CellAddress | undefined;
    return address === undefined ? [] : [{place: row, address}];
  });
}

function checkKeys(query: Query, reference: Reference): void {
  const keys = referenceKeys(reference);
  const known = keys.map(({name}) => name);
  for (const name of [...Object.keys(query.at), ...query.by, ...query.within, ...Object.keys(query.among)]) {
    if (!known.includes(name)) throw unknownName(query, {sort: `variable of ${reference.name}`, name, known});
  }
  const isPlain = query.within.length === 0 && Object.keys(query.among).length === 0 && !query.amongStated;
  const unclear = keys.find(({name}) => (query.at[name] === undefined) !== query.by.includes(name));
  const [key] = unclear === undefined ? keys : [unclear];
  if (!isPlain || unclear !== undefined) {
    const remedy = `Name one, e.g. ${key?.name ?? ""}=${key?.categories[0]?.name ?? ""}, or all of them: by ${key?.name ?? ""}`;
    throw queryFault(query, {what: `it is not clear which rows of "${reference.name}" are asked`, remedy});
  }
  for (const one of keys) {
    const asked = query.at[one.name];
    if (asked !== undefined) checkCategory(query, [one], asked);
  }
}

/** Every combination of the keys' categories, the last varying fastest. */
function rowsOf(keys: readonly Variable[]): readonly (readonly {variable: Variable; category: Category}[])[] {
  return keys.reduce<readonly (readonly {variable: Variable; category: Category}[])[]>(
    (rows, variable) => rows.flatMap((row) => variable.categories.map((category) => [...row, {variable, category}])),
    [[]],
  );
}
