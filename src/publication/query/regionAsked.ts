import {measureOf} from "../../measures/index.ts";
import type {Population, Variable, Vocabulary} from "../vocabulary.ts";
import {wholeRegion} from "../wholeRegion.ts";
import {findPopulation, findVariable} from "./findNames.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** Whether a category that a query names of a variable is none of its own, and stands for the areas of the region together. */
export function isWholeRegion(variable: Pick<Variable, "categories"> | undefined, category: string): boolean {
  return category === wholeRegion && variable?.categories.some(({name}) => name === category) !== true;
}

/** A query of places without the region, and the variable of whose areas it asks the region; none where it asks none. */
export interface RegionAsked {
  readonly query: Query;
  readonly region: string | undefined;
}

/**
 * Takes `residence=region` out of a query: what is left asks everybody, of whom those are taken off later that no area of the
 * region has. Throws PublicationError where records can be in several areas.
 */
export function takeRegion(query: Query, vocabulary: Vocabulary): RegionAsked {
  if (!measureOf(query).grammar.isPer) return {query, region: undefined};
  const populations = query.populations.map((name) => findPopulation(query, vocabulary, name));
  const named = Object.keys(query.at).filter((name) => query.at[name] === wholeRegion);
  const region = named.find((name) =>
    populations.every((one) => isWholeRegion(findVariable(query, one, name), wholeRegion)),
  );
  if (region === undefined) return {query, region};
  if (populations.some((one) => findVariable(query, one, region).kind !== "category")) {
    const what = `a record can be in several of "${region}", so that they do not add up to the region`;
    throw queryFault(query, {name: region, what, remedy: "Name one of them"});
  }
  const others = Object.entries(query.at).filter(([name]) => name !== region);
  return {query: {...query, at: Object.fromEntries(others)}, region};
}

/** The categories of a variable that are no areas of the region: those beyond it, and those not stated. */
export function beyondRegion(population: Population, region: string): readonly string[] {
  const categories = population.variables.find(({name}) => name === region)?.categories ?? [];
  return categories.filter(({role}) => role !== "value").map(({name}) => name);
}
