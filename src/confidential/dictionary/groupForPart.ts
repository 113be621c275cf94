import {
  categoriesOfSet,
  these,
  type AskedSet,
  type Category,
  type NarrowingCondition,
  type Population,
  type RelatedPlace,
} from "../../publication/index.ts";
import {notStatedCategory} from "./commonCategories.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {groupCategories, type GroupedCategories} from "./groupCategories.ts";
import {resolveCondition, type AskedOfVariable} from "./resolveCondition.ts";
import type {ModelledVariable} from "./variableModel.ts";

/** A condition of a population that is a part of another. */
export interface PartCondition {
  readonly population: string;
  readonly condition: NarrowingCondition;
}

/** Where in the whole all records of a part stand by one of its conditions. */
export function placeOfPart(
  {population, condition: {variable}}: PartCondition,
  asked: AskedOfVariable,
): RelatedPlace["at"] {
  return "category" in asked ? {[variable]: asked.category} : {[groupName(population, variable)]: these};
}

/**
 * The variable that parts those who have one of several categories from all others; nothing where a single category says it.
 * Throws DictionaryError where the answers cannot be brought together.
 */
export function groupForPart(
  {population, condition}: PartCondition,
  modelled: ModelledVariable,
): ModelledVariable | undefined {
  const {variable} = modelled;
  const asked = resolveCondition(condition, variable);
  if (!("oneOf" in asked)) return undefined;
  const named = {name: groupName(population, variable.name), label: variable.label};
  const others = variable.categories.filter(({name, role}) => !asked.oneOf.includes(name) && role !== "not-stated");
  const groups = [
    {name: these, ...wordsOf(condition, variable.categories), of: asked.oneOf},
    ...othersOf(others, modelled),
  ];
  const grouped = groupCategories(modelled, named, groups);
  if (grouped !== undefined) return grouped;
  throw new DictionaryError(
    condition.position,
    `where ${variable.name}: ${whyApart(condition, asked.oneOf, modelled.source.kind === "bands")}`,
  );
}

/** Why answers cannot be asked together, and what to write. */
function whyApart({categories, isNot}: NarrowingCondition, asked: readonly string[], areBands: boolean): string {
  const notStated = notStatedCategory.name;
  if (!areBands) return `its answers cannot be asked together. Name one of them, or not: [${notStated}].`;
  if (!asked.includes(notStated)) {
    const what = "only bands that lie side by side can be asked together";
    return isNot ? `${what}, and not leaves others. Name those that are meant.` : `${what}. Ask for them one by one.`;
  }
  if (!isNot) return `bands and ${notStated} cannot be asked together. Leave ${notStated} out.`;
  const without = [...categories, notStated].join(", ");
  return `not leaves bands and ${notStated}, which cannot be asked together. Write not: [${without}].`;
}

function groupName(population: Population["name"], variable: string): string {
  return `${variable}-of-${population}`;
}

/**
 * The variable that parts those who have one of the categories of a query from all others; nothing where the answers cannot be
 * brought together, or are everybody's or nobody's.
 */
export function groupForQuery(set: AskedSet, modelled: ModelledVariable): ModelledVariable | undefined {
  const {variable} = modelled;
  const meant = categoriesOfSet(set, variable);
  if (meant.length === 0 || meant.length === variable.categories.length) return undefined;
  const listed = variable.categories.filter(({name}) => set.categories.includes(name)).map(({name}) => name);
  const words = wordsOf({categories: listed, isNot: set.isNot}, variable.categories);
  const others = variable.categories.filter(({name, role}) => !meant.includes(name) && role !== "not-stated");
  const groups = [{name: these, ...words, of: meant}, ...othersOf(others, modelled)];
  return groupCategories(modelled, {name: set.name, label: variable.label}, groups);
}

/** All other answers in one; of bands those below and those above. */
function othersOf(others: readonly Category[], {source}: ModelledVariable): readonly GroupedCategories[] {
  const group = (name: string, of: readonly Category[]): readonly GroupedCategories[] =>
    of.length === 0 ? [] : [{name, label: "Other answers", text: "other answers", of: of.map((one) => one.name)}];
  if (source.kind !== "bands") return group("others", others);
  const order = source.groups.map(({name}) => name);
  const gap = others.findIndex(({name}, at) => order.indexOf(name) !== at);
  const below = gap === -1 ? others.length : gap;
  return [...group("below", others.slice(0, below)), ...group("above", others.slice(below))];
}

/** "Heroin or crack", "other than Heroin or crack". */
function wordsOf(
  {categories, isNot}: Pick<NarrowingCondition, "categories" | "isNot">,
  known: readonly Category[],
): Pick<Category, "label" | "text"> {
  const meant = categories.flatMap((name) => known.find((one) => one.name === name) ?? []);
  // A proper name keeps its capital where the text of the category has it.
  const inside = ({label, text}: Category): string => (text.toLowerCase() === label.toLowerCase() ? text : label);
  const listed = either(meant.map((one, at) => (at === 0 && !isNot ? one.label : inside(one))));
  const texts = either(meant.map(({text}) => text));
  return isNot ? {label: `Other than ${listed}`, text: `other than ${texts}`} : {label: listed, text: texts};
}

function either(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}
