import {readQuantity, type Category, type Population, type Reads, type Variable} from "../../../publication/index.ts";
import {answerClasses, type AnswerClass} from "./answerClasses.ts";
import {sourcesOf} from "./answersTo.ts";
import {readsKey} from "./readsKey.ts";

/** A population as the model takes it, and which of its variables the releases' cells name. */
export interface DescribedPopulation {
  readonly population: Population;
  readonly used: ReadonlySet<string>;
}

/** Least and most of each number in each category of a root variable, by the number's key. */
export type NumbersByCategory = ReadonlyMap<string, ReadonlyMap<string, readonly [number, number]>>;

/** Populations whose variables are tied through what they read. */
export interface RootedPopulations {
  /** In the order given. */
  readonly populations: readonly Population[];
  /** Of root variables that are of numbers. */
  readonly numbers: ReadonlyMap<string, NumbersByCategory>;
  /** What could not be tied, in sentences. */
  readonly leftOut: readonly string[];
}

/** Variables that read one another's columns, directly or through others, each by what it reads. */
interface Family {
  readonly readings: readonly Reads[];
  readonly root: string;
}

/**
 * Ties the variables of populations of one extract that read the same columns: for the columns that hang together a
 * variable of their own stands at the root, whose categories are the classes of answers that no variable in use tells
 * apart. Every variable then says of each class which of its categories it belongs to, so that variables that read alike
 * are the same, whatever their names, and all others add up from the same classes.
 */
export function answerRoots(described: readonly DescribedPopulation[]): RootedPopulations {
  const inUse = described.flatMap(({population, used}) =>
    population.variables.flatMap(({name, reads}) =>
      used.has(name) && reads !== undefined && reads.as !== "codes" ? [{name, reads}] : [],
    ),
  );
  const families = familiesOf([...new Map(inUse.map(({reads}) => [readsKey(reads), reads])).values()]);
  const needed = families.filter(({readings}) => needsRoot(readings, inUse));
  const cut = needed.map((family) => ({family, classes: answerClasses(family.readings)}));
  const rooted = cut.flatMap(({family, classes}) => (classes === undefined ? [] : [{family, classes}]));
  return {
    populations: described.map(({population}) => rooted.reduce(addRoot, population)),
    numbers: new Map(rooted.map(({family, classes}) => [family.root, numbersIn(classes)])),
    leftOut: cut
      .filter(({classes}) => classes === undefined)
      .map(({family}) => `The variables that read ${family.root} were not tied: they tell too many answers apart.`),
  };
}

/** One variable alone is its own root, unless it goes by several names or is a number. */
function needsRoot(readings: readonly Reads[], inUse: readonly {name: string; reads: Reads}[]): boolean {
  const keys = new Set(readings.map(readsKey));
  const names = new Set(inUse.filter(({reads}) => keys.has(readsKey(reads))).map(({name}) => name));
  return names.size > 1 || readings.some(isNumber);
}

function isNumber(reads: Reads): boolean {
  const quantity = readQuantity(reads);
  return quantity !== undefined && quantity.bands === undefined;
}

function familiesOf(readings: readonly Reads[]): readonly Family[] {
  const groups = readings.reduce<readonly (readonly Reads[])[]>((known, reads) => {
    const touching = known.filter((group) => group.some((one) => isTied(one, reads)));
    return [...known.filter((group) => !touching.includes(group)), [...touching.flat(), reads]];
  }, []);
  return groups.map((group) => {
    const sorted = group.toSorted((a, b) => (readsKey(a) < readsKey(b) ? -1 : 1));
    return {readings: sorted, root: `(${[...new Set(sorted.flatMap(sourcesOf))].sort().join(", ")})`};
  });
}

function isTied(one: Reads, other: Reads): boolean {
  const places = new Set([...sourcesOf(one), ...datesAsked(one, other)]);
  return [...sourcesOf(other), ...datesAsked(other, one)].some((source) => places.has(source));
}

/** The time between two dates tells whether each of them is there, and a month whether its own is, where something asks that. */
function datesAsked(reads: Reads, other: Reads): readonly string[] {
  if (other.as !== "answered") return [];
  return reads.as === "period" ? [reads.column] : (readQuantity(reads)?.columns ?? []);
}

interface Rooted {
  readonly family: Family;
  readonly classes: readonly AnswerClass[];
}

/** Puts the root before a population's variables, and takes out what it says better. */
function addRoot(population: Population, {family: {readings, root}, classes}: Rooted): Population {
  const keys = readings.map(readsKey);
  const members = population.variables.flatMap((variable) => {
    const index = variable.reads === undefined ? -1 : keys.indexOf(readsKey(variable.reads));
    return index < 0 ? [] : [{name: variable.name, index}];
  });
  if (members.length === 0) return population;
  const tied = new Set(members.map(({name}) => name));
  const categories = classes.map((one, number) => rootCategory(String(number + 1), one, members));
  const variable: Variable = {name: root, label: root, kind: "category", categories};
  return {
    ...population,
    variables: [variable, ...population.variables.map((one) => (tied.has(one.name) ? apart(one, tied) : one))],
    combinations: (population.combinations ?? []).filter((one) => !one.variables.every((name) => tied.has(name))),
  };
}

function rootCategory(
  name: string,
  {categories}: AnswerClass,
  members: readonly {readonly name: string; readonly index: number}[],
): Category {
  const within = Object.fromEntries(members.map((member) => [member.name, categories[member.index] ?? ""]));
  return {name, code: "", label: name, text: name, role: "value", within};
}

/** A variable whose categories no longer say where they belong among the tied ones. */
function apart(variable: Variable, tied: ReadonlySet<string>): Variable {
  const categories = variable.categories.map(({within, ...category}) => {
    const others = Object.entries(within ?? {}).filter(([coarser]) => !tied.has(coarser));
    return others.length === 0 ? category : {...category, within: Object.fromEntries(others)};
  });
  return {...variable, categories};
}

function numbersIn(classes: readonly AnswerClass[]): NumbersByCategory {
  const keys = new Set(classes.flatMap(({numbers}) => [...numbers.keys()]));
  return new Map(
    [...keys].map((key) => [
      key,
      new Map(
        classes.flatMap(({numbers}, number) => {
          const range = numbers.get(key);
          return range === undefined ? [] : [[String(number + 1), range] as const];
        }),
      ),
    ]),
  );
}
