import {stated, type Coordinates} from "../../publication/index.ts";
import {sizeOf} from "./columns.ts";
import type {PopulationDefinition, SourceDefinition, VariableDefinition} from "./definition.ts";
import type {Part, Term} from "./quantity.ts";

/** The category that every variable has beyond those it names: no usable answer. */
export const notStated = "not-stated";

/** A population as one edition defines it, over the columns of its source. */
export interface CountedPopulation {
  readonly definition: PopulationDefinition;
  readonly source: SourceDefinition;
}

/**
 * The parts that a place of a population counts: one of records; of faults one for each kind of fault there. Nothing where
 * the definitions lack a name of the place.
 */
export function partsAt(population: CountedPopulation, at: Coordinates): readonly Part[] | undefined {
  const {definition} = population;
  if (definition.faults !== undefined) return faultParts(population, at);
  const terms = Object.entries(at).map(([name, category]) => termOf(population, name, category));
  if (terms.includes(undefined)) return undefined;
  return [{terms: [...countedTerms(population), ...terms.filter((term) => term !== undefined)]}];
}

/** Which records a population counts at all. */
export function countedTerms({definition: {counted}, source}: CountedPopulation): readonly Term[] {
  return (counted ?? []).map(({column, values}) => ({column, mask: maskOf(source, column, values)}));
}

/** The records that are in a category of a variable; `undefined` where the definitions lack it. */
export function termOf({definition, source}: CountedPopulation, name: string, category: string): Term | undefined {
  const variable = Object.hasOwn(definition.variables, name) ? definition.variables[name] : undefined;
  const values = variable && valuesIn(variable, category, sizeOf(source, variable.column));
  return variable && values && {column: variable.column, mask: maskOf(source, variable.column, values)};
}

/** The values of a column that a category holds. */
export function valuesIn(
  {categories}: VariableDefinition,
  category: string,
  size: number,
): readonly number[] | undefined {
  if (Object.hasOwn(categories, category)) return categories[category];
  const answered = new Set(Object.entries(categories).flatMap(([name, values]) => (name === notStated ? [] : values)));
  const missing = new Set(categories[notStated] ?? []);
  const all = Array.from({length: size}, (_, value) => value);
  if (category === notStated) return all.filter((value) => !answered.has(value));
  if (category === stated) return all.filter((value) => (missing.size > 0 ? !missing.has(value) : answered.has(value)));
  return undefined;
}

/** 1 for each of some values of a column. */
export function maskOf(source: SourceDefinition, column: number, values: readonly number[]): Uint8Array {
  const mask = new Uint8Array(sizeOf(source, column));
  for (const value of values) mask[value] = 1;
  return mask;
}

function faultParts(population: CountedPopulation, at: Coordinates): readonly Part[] | undefined {
  const {definition, source} = population;
  const {faults = []} = definition;
  const isAt = (fault: (typeof faults)[number]): boolean =>
    Object.entries(at).every(([name, category]) => fault.at[name] === category);
  return faults.filter(isAt).map(({column, values}) => ({
    terms: [...countedTerms(population), {column, mask: maskOf(source, column, values)}],
  }));
}
