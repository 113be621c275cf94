import type {Category, Population, Reference, ReferenceColumn, Variable, Vocabulary} from "../vocabulary.ts";
import {stated} from "../../measures/index.ts";
import type {Query} from "./query.ts";
import {unknownName} from "./queryFault.ts";

const names = (things: readonly {readonly name: string}[]) => things.map(({name}) => name);

/** The population of that name; throws PublicationError where there is none, like every function here. */
export function findPopulation(query: Query, vocabulary: Vocabulary, name: string): Population {
  const found = vocabulary.populations.find((population) => population.name === name);
  if (found !== undefined) return found;
  throw unknownName(query, {sort: "population", name, known: names(vocabulary.populations)});
}

export function findVariable(query: Query, population: Population, name: string): Variable {
  const found = population.variables.find((variable) => variable.name === name);
  if (found !== undefined) return found;
  const sort = `variable of ${population.name}`;
  throw unknownName(query, {sort, name, known: names(population.variables)});
}

/** Checks that at least one of the variables has the category. */
export function checkCategory(query: Query, variables: readonly Variable[], name: string): void {
  if (name === stated && variables.some(({kind}) => kind !== "multi")) return;
  if (name === "not-stated" && variables.some(({kind}) => kind === "number")) return;
  const known: readonly Category[] = variables.flatMap(({categories}) => categories);
  if (known.some((category) => category.name === name)) return;
  const sort = `category of ${variables[0]?.name ?? "it"}`;
  throw unknownName(query, {sort, name, known: [...new Set(names(known))]});
}

export function findReference(query: Query, vocabulary: Vocabulary, name: string): Reference {
  const found = vocabulary.references.find((reference) => reference.name === name);
  if (found !== undefined) return found;
  throw unknownName(query, {sort: "reference", name, known: names(vocabulary.references)});
}

export function findColumn(query: Query, reference: Reference, name: string): ReferenceColumn {
  const found = reference.columns.find((column) => column.name === name);
  if (found !== undefined) return found;
  throw unknownName(query, {sort: `column of ${reference.name}`, name, known: names(reference.columns)});
}
