import {stated, type Coordinates} from "../../measures/index.ts";
import type {SourcePosition} from "../source/sourcePosition.ts";
import {answersMeant} from "../answersMeant.ts";
import type {Population, Variable} from "../vocabulary.ts";

/** Several categories of one variable that a query asks as one, or all but some: `drug=heroin/crack`, `drug!=heroin`. */
export interface AskedSet {
  /** The variable that parts those who have one of them from all others; the query stands at its category `these`. */
  readonly name: string;
  readonly variable: string;
  /** In alphabetical order, each once. */
  readonly categories: readonly string[];
  readonly isNot: boolean;
  /** As written. */
  readonly text: string;
  readonly position?: SourcePosition;
}

/** The category of those who have one of the categories of a set. */
export const these = "these";

/** The set that is asked, under the one name that it has in whatever order its categories stand. */
export function askedSet(asked: Omit<AskedSet, "name">): AskedSet {
  const categories = asked.categories.toSorted();
  return {...asked, categories, name: `${asked.variable}-is${asked.isNot ? "-not" : ""}-${categories.join("-or-")}`};
}

/** The categories of a variable that a set means, in published order. */
export function categoriesOfSet({categories: listed, isNot}: AskedSet, {categories}: Variable): readonly string[] {
  return categories.map(({name}) => name).filter((name) => listed.includes(name) !== isNot);
}

/**
 * A place in the words that its cells are known by: a set that a variable of the dictionary or template has as a category, or
 * that was asked otherwise before, is that, so that one group of records has one cell. Nothing where a set and another category
 * that is asked beside it exclude each other.
 */
export function namedPlace(
  at: Coordinates,
  sets: readonly AskedSet[],
  {variables}: Population,
): Coordinates | undefined {
  let place = at;
  for (const {name} of sets) {
    const own = variables.find((one) => one.name === name);
    if (own === undefined || !(name in place)) continue;
    const {[name]: asked = "", ...others} = place;
    const named = nameOf(own, asked, variables);
    if (named === undefined) continue;
    const {[named.variable]: beside = named.category} = others;
    const isWithin = beside === stated && named.category !== "not-stated";
    if (beside !== named.category && !isWithin) return undefined;
    place = {...others, [named.variable]: named.category};
  }
  return place;
}

/** The first variable that parts records as a set does, with the category that is asked there. */
function nameOf(
  own: Variable,
  asked: string,
  variables: readonly Variable[],
): {readonly variable: string; readonly category: string} | undefined {
  const [meant, answered] = [meaning(own, these), meaning(own, stated)];
  if (meant === undefined) return undefined;
  for (const variable of variables) {
    if (variable === own) return undefined;
    const known = [...variable.categories.map(({name}) => name), stated];
    const category = known.find((name) => meaning(variable, name) === meant);
    if (category === undefined || meaning(variable, stated) !== answered) continue;
    return {variable: variable.name, category: asked === these ? category : asked};
  }
  return undefined;
}

function meaning(variable: Variable, category: string): string | undefined {
  const meant = answersMeant(variable, [category]);
  return meant && JSON.stringify(meant);
}
