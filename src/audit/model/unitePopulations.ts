import type {Population, Variable} from "../../publication/index.ts";
import {isLikelyTheSame, meansTheSame} from "./meansTheSame.ts";

/** One population as several releases describe it. */
export interface UnitedPopulation {
  readonly population: Population;
  /** For each description, its own name of a variable → the variable's name here, where the two differ. */
  readonly renamed: ReadonlyMap<Population, ReadonlyMap<string, string>>;
}

/**
 * Brings together what releases say of one population, so that their counts meet: each names only the variables that
 * its own report asks. A variable whose categories differ between releases stands beside the other under a name of its
 * own (`residence~2`), because the same word may mean another group of people. With `guesses` one that looks like a
 * variable of another name is taken for it, where one of the releases does not say what its variables read.
 */
export function unitePopulations(
  descriptions: readonly Population[],
  {guesses}: {readonly guesses: boolean} = {guesses: true},
): UnitedPopulation {
  const [first] = descriptions;
  if (first === undefined) throw new RangeError("there is no population to unite");
  const variables = new Map<string, Variable>();
  const renamed = new Map<Population, ReadonlyMap<string, string>>();
  for (const description of descriptions) {
    const names = description.variables.map((variable) => {
      const name = nameAmong(variables, variable);
      const likely = guesses && !variables.has(name) ? likelyName(variables, {variable, description}) : undefined;
      return [variable.name, likely ?? name] as const;
    });
    description.variables.forEach((variable, index) => {
      const [, name] = names[index] ?? [variable.name, variable.name];
      variables.set(name, {...unite(variables.get(name), renameCoarser(variable, new Map(names))), name});
    });
    renamed.set(description, new Map(names.filter(([own, name]) => own !== name)));
  }
  // A combination of a variable that means something else here says nothing of the one that has its name.
  const combinations = descriptions.flatMap((description) =>
    (description.combinations ?? []).filter((one) =>
      one.variables.every((name) => !renamed.get(description)?.has(name)),
    ),
  );
  return {population: {...first, variables: [...variables.values()], combinations}, renamed};
}

/** The one variable, of a name that a description lacks, that one of its own looks like. */
function likelyName(
  variables: ReadonlyMap<string, Variable>,
  {variable, description}: {readonly variable: Variable; readonly description: Population},
): string | undefined {
  const own = new Set(description.variables.map(({name}) => name));
  const alike = [...variables.values()].filter((known) => !own.has(known.name) && isLikelyTheSame(known, variable));
  const rivals = description.variables.filter((other) => !variables.has(other.name) && alike.some((known) => isLikelyTheSame(known, other))); // prettier-ignore
  const [only, ...others] = alike;
  return others.length === 0 && rivals.length === 1 ? only?.name : undefined;
}

/** The name under which a variable stands: its own, or the first free one where that means something else. */
function nameAmong(variables: ReadonlyMap<string, Variable>, variable: Variable): string {
  for (let version = 1; ; version += 1) {
    const name = version === 1 ? variable.name : `${variable.name}~${version}`;
    const known = variables.get(name);
    if (known === undefined || meansTheSame(known, variable)) return name;
  }
}

/** The variable with the coarser ones that it rolls up into under the names that they have here. */
function renameCoarser(variable: Variable, names: ReadonlyMap<string, string>): Variable {
  const rename = (within: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(within).map(([coarser, group]) => [names.get(coarser) ?? coarser, group]));
  const categories = variable.categories.map((category) => ({
    ...category,
    ...(category.within && {within: rename(category.within)}),
  }));
  return {...variable, categories};
}

/** A variable with all that either description says of where its categories belong. */
function unite(known: Variable | undefined, variable: Variable): Variable {
  if (known === undefined) return variable;
  const categories = known.categories.map((category) => {
    const other = variable.categories.find(({name}) => name === category.name);
    return {
      ...other,
      ...category,
      ...((category.within ?? other?.within) && {within: {...other?.within, ...category.within}}),
    };
  });
  const reads = known.reads ?? variable.reads;
  return {...known, categories, ...(reads && {reads})};
}
