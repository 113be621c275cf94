import {measureOf, noCount, type CellAddress, type Coordinates} from "../../measures/index.ts";
import {referenceKeys} from "../referenceKeys.ts";
import type {Category, Reference, ReferenceColumn, Variable, Vocabulary} from "../vocabulary.ts";
import {annualised} from "./annualised.ts";
import type {AskedCell} from "./askedCell.ts";
import {checkDivisor} from "./checkDivisor.ts";
import {checkCategory, findColumn, findReference} from "./findNames.ts";
import {endingIn, monthsAdded, periodsEnding} from "./periodsEnding.ts";
import {columnsRead, keyAcross, placeAgainst, weightsOf, type Query} from "./query.ts";
import {queryFault, unknownName} from "./queryFault.ts";

/**
 * The cells of a query of a reference: of each of its keys one category, or all of them, in the order of `by`; the key that
 * it adds up over stays out. Throws PublicationError.
 */
export function expandReference(query: Query, vocabulary: Vocabulary): readonly AskedCell[] {
  const reference = findReference(query, vocabulary, query.populations[0] ?? "");
  checkUnits(
    query,
    columnsRead(query).map((column) => findColumn(query, reference, column)),
  );
  checkKeys(query, reference);
  checkWeights(query, vocabulary);
  const keys = referenceKeys(reference);
  const strata = strataOf(query, keys);
  const endings = periodsEnding(query, keys);
  const monthsAt = annualised(query, {variables: keys});
  const spread = query.by.flatMap((name) => keys.find((key) => key.name === name) ?? []);
  return rowsOf(spread).flatMap((row): readonly AskedCell[] => {
    const named: Coordinates = Object.fromEntries(row.map(({variable, category}) => [variable.name, category.name]));
    const at = {...query.at, ...named};
    const months = monthsAt?.(at);
    if (monthsAt !== undefined && months === undefined) return [];
    const place = {
      ...{subject: query, population: reference.name, at, base: {}},
      ...(strata && {strata}),
      ...{months, ending: endingIn(at, endings)},
    };
    const address = measureOf(query).addressAt(place) as CellAddress | undefined;
    return address === undefined ? [] : [{place: row, address}];
  });
}

/** Weights are those of the key that is added up over, and of nothing else. */
function checkWeights(query: Query, vocabulary: Vocabulary): void {
  const weights = weightsOf(query);
  if (weights === undefined) return;
  const reference = findReference(query, vocabulary, weights.reference);
  findColumn(query, reference, weights.column);
  const names = referenceKeys(reference).map(({name}) => name);
  const across = keyAcross(query) ?? "";
  if (names.length === 1 && names[0] === across) return;
  const what = `the rows of "${reference.name}" are told apart by ${names.join(" and ")}, and not by ${across} alone`;
  throw queryFault(query, {name: reference.name, what, remedy: `Name a reference whose key is ${across}`});
}

/** The categories that a query adds up over: those that are answers, because totals hold the others once more. */
function strataOf(query: Query, keys: readonly Variable[]): readonly string[] | undefined {
  const across = keyAcross(query);
  if (across === undefined) return undefined;
  const key = keys.find(({name}) => name === across);
  return key?.categories.filter(({role}) => role === "value").map(({name}) => name);
}

/** A number is made of two counts: one that is a percentage, or a rate, already would give a number that means nothing. */
function checkUnits(query: Query, [column, over]: readonly ReferenceColumn[]): void {
  if (column !== undefined && monthsAdded(query) !== undefined) checkAdded(query, column);
  if (column === undefined || over === undefined) return;
  if (column.name === over.name) {
    const what = `"${column.name}" is divided by itself`;
    throw queryFault(query, {name: over.name, what, remedy: "Name another column"});
  }
  const wrong = [column, over].find(({unit}) => noCount.test(unit));
  if (wrong !== undefined) {
    const what = `"${wrong.name}" is in the unit "${wrong.unit}", and is no count`;
    throw queryFault(query, {name: wrong.name, what, remedy: "Name a column of whole counts, or enter one"});
  }
  if (measureOf(query).unit.startsWith("per ")) checkDivisor(query, over);
  const isOfOneUnit = measureOf(query).print.as === "percent" || measureOf(query).unit === "ratio";
  if (!isOfOneUnit || column.unit === over.unit) return;
  const what = `"${column.name}" is in the unit "${column.unit}", and "${over.name}" in "${over.unit}"`;
  throw queryFault(query, {
    name: over.name,
    what,
    remedy: "A percentage, or a ratio, is of one unit: ask a crude-rate, or correct it",
  });
}

/** Counts add up. Percentages and rates do not, and bounds of estimates add up to no bounds of their sum. */
function checkAdded(query: Query, {name, unit, isEstimate = false}: ReferenceColumn): void {
  if (!isEstimate && !/%|\bper\b|\bper ?cent|\bpercent|\bindex\b|\bratio\b/i.test(unit)) return;
  const what = isEstimate
    ? `"${name}" is an estimate, and nobody knows how far a sum of several is off`
    : `"${name}" is in the unit "${unit}", and cannot be added up`;
  throw queryFault(query, {name, what, remedy: "Name a column of counts or amounts"});
}

function checkKeys(query: Query, reference: Reference): void {
  const keys = referenceKeys(reference);
  const known = keys.map(({name}) => name);
  const across = keyAcross(query);
  const named = [...Object.keys(query.at), ...query.by, ...query.within, ...Object.keys(query.among)];
  if (across !== undefined && named.includes(across)) {
    const what = `"${across}" is added up over, and asked by itself`;
    throw queryFault(query, {name: across, what, remedy: "Name it once"});
  }
  for (const name of [...named, ...(across === undefined ? [] : [across])]) {
    if (!known.includes(name)) throw unknownName(query, {sort: `variable of ${reference.name}`, name, known});
  }
  checkAgainst(query, keys);
  const isPlain = query.within.length === 0 && Object.keys(query.among).length === 0 && !query.amongStated;
  const unclear = keys.find(({name}) => name !== across && (query.at[name] === undefined) !== query.by.includes(name));
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

function checkAgainst(query: Query, keys: readonly Variable[]): void {
  for (const [name, category] of Object.entries(placeAgainst(query))) {
    const key = keys.find((one) => one.name === name);
    if (key === undefined || name === keyAcross(query)) {
      const known = keys.map((one) => one.name).filter((one) => one !== keyAcross(query));
      throw unknownName(query, {sort: `place of ${query.populations.join()}`, name, known});
    }
    checkCategory(query, [key], category);
  }
}

/** Every combination of the keys' categories, the last varying fastest. */
function rowsOf(keys: readonly Variable[]): readonly (readonly {variable: Variable; category: Category}[])[] {
  return keys.reduce<readonly (readonly {variable: Variable; category: Category}[])[]>(
    (rows, variable) => rows.flatMap((row) => variable.categories.map((category) => [...row, {variable, category}])),
    [[]],
  );
}
