import {cellKey, stated, type Coordinates, type Population, type Variable} from "../../../publication/index.ts";
import type {LinkedCell, Links, Sum} from "./links.ts";

const notStated = "not-stated";
/** Marks what is left beside one answer of a question with several: never a category's name. */
const otherThan = "other than ";

/** Ways to divide all of a variable: each list adds up to the whole. */
type Divisions = readonly (readonly string[])[];

/**
 * All cells of the tables that places span, with all their totals, and the sums that tie them: for every set of
 * variables that some place names, each combination of categories.
 */
export function crossClassify(
  places: readonly Coordinates[],
  population: Population,
): Omit<Links, "cells"> & {cells: readonly LinkedCell[]} {
  const sets = variableSets(places, coarserOf(population, places));
  const divisions = new Map(population.variables.map((variable) => [variable.name, divide(variable, places)]));
  const cells: LinkedCell[] = [];
  const sums: Sum[] = [];
  for (const variables of sets.values()) {
    const level =
      Math.max(...[...sets.values()].filter((other) => includes(other, variables)).map((other) => other.length)) -
      variables.length;
    for (const at of combine(variables, divisions)) cells.push(linkedCell(population.name, at, level));
    for (const variable of variables)
      sums.push(...sumsOver(variable, {variables, population: population.name, divisions}));
  }
  return {cells, sums};
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
 * The sets of variables that places name, all their subsets, and what they become when finer variables are added up
 * into coarser ones: areas by prison tie the region by prison, and that the region by region.
 */
function variableSets(
  places: readonly Coordinates[],
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
  for (const at of places) add(Object.keys(at));
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

function combine(variables: readonly string[], divisions: ReadonlyMap<string, Divisions>): Coordinates[] {
  return variables.reduce<Coordinates[]>(
    (done, variable) => {
      const categories = new Set((divisions.get(variable) ?? []).flat());
      return done.flatMap((at) => [...categories].map((category) => ({...at, [variable]: category})));
    },
    [{}],
  );
}

interface Table {
  readonly variables: readonly string[];
  readonly population: string;
  readonly divisions: ReadonlyMap<string, Divisions>;
}

function sumsOver(variable: string, {variables, population, divisions}: Table): readonly Sum[] {
  const rest = variables.filter((other) => other !== variable);
  return combine(rest, divisions).flatMap((at) =>
    (divisions.get(variable) ?? []).map((parts) => ({
      total: keyOf(population, at),
      parts: parts.map((part) => keyOf(population, {...at, [variable]: part})),
    })),
  );
}

function linkedCell(population: string, at: Coordinates, level: number): LinkedCell {
  const isAddressable = Object.values(at).every((category) => !category.startsWith(otherThan));
  const key = keyOf(population, at);
  const placed = {key, shown: false, level};
  return isAddressable ? {...placed, address: {measure: "count", population, at}} : placed;
}

function keyOf(population: string, at: Coordinates): string {
  return cellKey({measure: "count", population, at});
}
