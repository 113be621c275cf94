import {
  adviseOnName,
  stated,
  type Category,
  type Coordinates,
  type NarrowingCondition,
  type Population,
  type PopulationDeclaration,
  type Variable,
} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {placeOfPart} from "./groupForPart.ts";
import {resolveCondition} from "./resolveCondition.ts";

/**
 * A part of a population, as the conditions of its declaration say: it has the variables of the whole, with the categories
 * that its records can be of. Throws DictionaryError for names that the whole lacks and for conditions that nobody meets.
 */
export function partOfPopulation(whole: Population, declaration: PopulationDeclaration): Population {
  const {name, label, heading, where = []} = declaration;
  const places = where.map((condition) => placeBy(condition, name, whole));
  const at: Coordinates = Object.fromEntries(places.flatMap((place) => Object.entries(place)));
  const variables = whole.variables.map((variable) => narrow(variable, at, whole));
  const [first] = where;
  if (first !== undefined && variables.some(({kind, categories}) => kind === "category" && categories.length === 0)) {
    throw new DictionaryError(first.position, `no record meets all conditions of "${name}". Correct one of them.`);
  }
  const {unit, extract, window, each, provisional} = whole;
  const partOf = {population: whole.name, at};
  return {
    name,
    label,
    heading,
    unit,
    ...(extract !== undefined && {extract}),
    ...(window && {window}),
    ...(each && {each}),
    ...(provisional && {provisional}),
    variables,
    partOf,
  };
}

function placeBy(condition: NarrowingCondition, part: string, whole: Population): Coordinates {
  const {variable: name, position} = condition;
  const variable = whole.variables.find((one) => one.name === name);
  if (variable === undefined) {
    const advice = adviseOnName(name, whole.variables.map((one) => one.name)); // prettier-ignore
    throw new DictionaryError(position, `there is no variable "${name}" of ${whole.name}. ${advice}`);
  }
  const place = placeOfPart({population: part, condition}, resolveCondition(condition, variable));
  if (Object.keys(place).every((one) => whole.variables.some((known) => known.name === one))) return place;
  throw new DictionaryError(position, `where ${name}: of a question about the form itself name one answer.`);
}

/** A variable with the categories that somebody can be of who is at a place. */
function narrow(variable: Variable, at: Coordinates, whole: Population): Variable {
  if (variable.kind !== "category") return variable;
  const categories = variable.categories.filter((category) =>
    Object.entries(at).every(([name, asked]) => canMeet({variable, category}, {name, asked}, whole)),
  );
  return {...variable, categories};
}

interface OneAnswer {
  readonly variable: Variable;
  readonly category: Category;
}

/** Whether a record with an answer can have the one that a part is of, by what the answers mean. */
function canMeet(
  one: OneAnswer,
  {name, asked}: {readonly name: string; readonly asked: string},
  {variables, combinations = []}: Population,
): boolean {
  const other = variables.find((variable) => variable.name === name);
  if (other === undefined || other.kind === "multi") return true;
  if (other.kind === "number") return (one.category.within?.[name] ?? asked) === asked;
  const meant = other.categories.filter((category) =>
    asked === stated ? category.role !== "not-stated" : category.name === asked,
  );
  return meant.some((category) => areOfOne(one, {variable: other, category}, combinations));
}

function areOfOne(one: OneAnswer, other: OneAnswer, combinations: NonNullable<Population["combinations"]>): boolean {
  const [name, second] = [one.variable.name, other.variable.name];
  if (name === second) return one.category.name === other.category.name;
  if ((one.category.within?.[second] ?? other.category.name) !== other.category.name) return false;
  if ((other.category.within?.[name] ?? one.category.name) !== one.category.name) return false;
  return combinations
    .filter(({variables}) => variables.includes(name) && variables.includes(second))
    .every(({variables, possible}) => {
      const [at, place] = [variables.indexOf(name), variables.indexOf(second)];
      return possible.some((tuple) => tuple[at] === one.category.name && tuple[place] === other.category.name);
    });
}
