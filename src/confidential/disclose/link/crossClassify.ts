import {
  cellKey,
  stated,
  type CellAddress,
  type Coordinates,
  type Population,
  type Variable,
} from "../../../publication/index.ts";
import type {LinkedCell, Links, Sum} from "./links.ts";
import {possiblePlaces, setsOfForms, tiesOf, withTied} from "./sameAnswers.ts";

const notStated = "not-stated";
const usable = "usable";
/**
 * The variable of a form that says what became of it: forms that count are as many as the clients. Where the publication
 * counts no clients and asks of no fate, nothing that is printed tells of it.
 */
const fate = "fate";
/** Marks what is left beside one answer of a question with several: never a category's name. */
const otherThan = "other than ";

/** Ways to divide all of a variable: each list adds up to the whole. */
type Divisions = readonly (readonly string[])[];

/**
 * All cells of the tables that places span, with all their totals, and the sums that tie them: for every set of
 * variables that some place names, and that tell of those, each combination of categories that can be. `tied` are variables by
 * which other populations tell of this one.
 */
export function crossClassify(
  asked: readonly Coordinates[],
  population: Population,
  tied: ReadonlySet<string> = new Set(),
): Omit<Links, "cells"> & {cells: readonly LinkedCell[]} {
  const common = commonPlace(asked, tied);
  const places = asked.map((at) => beside(at, common));
  const coarser = coarserOf(population, places);
  const spanned = distinctSets(places.map((at) => Object.keys(at)));
  const named = new Set(spanned.flat());
  const ties = tiesOf(population, named);
  const hasFate = tied.has(fate) || named.has(fate);
  const levels = [...variableSets(spanned, coarser).values()];
  const tables = [...spanned, ...setsOfForms(spanned, population)];
  const sets = variableSets(
    tables.map((set) => withTied(hasFate ? [...set, fate] : set, ties)),
    coarser,
  );
  const divisions = new Map(population.variables.map((variable) => [variable.name, divide(variable, places)]));
  const table = {population: population.name, common, divisions, isPossible: possiblePlaces(population)};
  const cells: LinkedCell[] = [];
  const sums: Sum[] = [];
  for (const variables of sets.values()) {
    const level = levelOf(variables, levels);
    for (const at of combine(variables, table)) cells.push(linkedCell(table, at, level));
    for (const variable of variables) sums.push(...sumsOver(variable, {...table, variables}));
  }
  return {cells, sums};
}

/**
 * What every place says alike of the forms that count: usable ones. Where nothing tells of the others, the usable ones are all
 * that there is to add up.
 */
function commonPlace(places: readonly Coordinates[], tied: ReadonlySet<string>): Coordinates {
  const isCommon = !tied.has(fate) && places.length > 0 && places.every((at) => at[usable] === "yes");
  return isCommon ? {[usable]: "yes"} : {};
}

function beside(at: Coordinates, common: Coordinates): Coordinates {
  return Object.fromEntries(Object.entries(at).filter(([name]) => common[name] === undefined));
}

function distinctSets(sets: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(sets.map((set) => [set.toSorted().join(" "), set])).values()];
}

/** Over how many variables of the largest table that the publication asks a set is a total. */
function levelOf(variables: readonly string[], asked: readonly (readonly string[])[]): number {
  const larger = asked.filter((other) => includes(other, variables)).map(({length}) => length - variables.length);
  return Math.max(0, ...larger);
}

/** The coarser variables, among those that places name, that each variable's categories add up to. */
function coarserOf({variables}: Population, places: readonly Coordinates[]): ReadonlyMap<string, readonly string[]> {
  const named = new Set(places.flatMap((at) => Object.keys(at)));
  return new Map(
    variables.map(({name, categories}) => {
      const coarser = new Set(categories.flatMap(({within}) => Object.keys(within ?? {})));
      return [name, [...coarser].filter((variable) => named.has(variable))];
    }),
  );
}

/**
 * Sets of variables, all their subsets, and what they become when finer variables are added up
 * into coarser ones: areas by prison tie the region by prison, and that the region by region.
 */
function variableSets(
  asked: readonly (readonly string[])[],
  coarser: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>();
  const add = (named: readonly string[]): void => {
    const variables = [...new Set(named)].sort();
    const key = variables.join(" ");
    if (sets.has(key)) return;
    sets.set(key, variables);
    for (const left of variables) {
      const rest = variables.filter((variable) => variable !== left);
      add(rest);
      for (const group of coarser.get(left) ?? []) add([...rest, group]);
    }
  };
  for (const set of asked) add(set);
  return sets;
}

function includes(set: readonly string[], variables: readonly string[]): boolean {
  return variables.every((variable) => set.includes(variable));
}

function divide(variable: Variable, places: readonly Coordinates[]): Divisions {
  const names = variable.categories.map(({name}) => name);
  if (variable.kind === "multi") return names.map((name) => [name, `${otherThan}${name}`]);
  const usesStated = variable.kind === "number" || places.some((at) => at[variable.name] === stated);
  const halves = usesStated ? [[stated, notStated]] : [];
  return variable.kind === "number" ? halves : [names, ...halves];
}

interface Table {
  readonly population: string;
  /** Where all places lie. */
  readonly common: Coordinates;
  readonly divisions: ReadonlyMap<string, Divisions>;
  readonly isPossible: (at: Coordinates) => boolean;
}

function combine(variables: readonly string[], {divisions, isPossible}: Table): Coordinates[] {
  return variables
    .reduce<Coordinates[]>(
      (done, variable) => {
        const categories = new Set((divisions.get(variable) ?? []).flat());
        return done.flatMap((at) => [...categories].map((category) => ({...at, [variable]: category})));
      },
      [{}],
    )
    .filter(isPossible);
}

function sumsOver(variable: string, table: Table & {readonly variables: readonly string[]}): readonly Sum[] {
  const {variables, divisions, isPossible} = table;
  const rest = variables.filter((other) => other !== variable);
  return combine(rest, table).flatMap((at) =>
    (divisions.get(variable) ?? []).map((parts) => ({
      total: keyOf(table, at),
      parts: parts
        .map((part) => ({...at, [variable]: part}))
        .filter(isPossible)
        .map((place) => keyOf(table, place)),
    })),
  );
}

function linkedCell(table: Table, at: Coordinates, level: number): LinkedCell {
  const isAddressable = Object.values(at).every((category) => !category.startsWith(otherThan));
  const placed = {key: keyOf(table, at), shown: false, level};
  return isAddressable ? {...placed, address: addressIn(table, at)} : placed;
}

function keyOf(table: Table, at: Coordinates): string {
  return cellKey(addressIn(table, at));
}

function addressIn({population, common}: Table, at: Coordinates): CellAddress {
  return {measure: "count", population, at: {...at, ...common}};
}
