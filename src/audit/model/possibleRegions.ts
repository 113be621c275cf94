import {isOfApartColumns, type Combination} from "../../publication/index.ts";
import type {Members, PopulationSpace, CoveredPlace} from "./PopulationSpace.ts";

/** Tells the groups that a record can be in from those that no record can be in. */
export type IsPossible = (region: CoveredPlace) => boolean;

/**
 * Reads what a release says of variables that speak of one answer: the combinations that can be, and that nobody can
 * have an answer who gave none.
 */
export function possibleRegions(space: PopulationSpace): IsPossible {
  const tests = [...combinationTests(space), ...answerTests(space)];
  const known = new Map<CoveredPlace, boolean>();
  return (region) => {
    if (tests.length === 0 || region.size < 2) return true;
    const before = known.get(region);
    if (before !== undefined) return before;
    const isPossible = tests.every((test) => test(region));
    known.set(region, isPossible);
    return isPossible;
  };
}

/** The same of the answers alone that by nature do not go together, whatever lies within what. */
export function naturalRegions(space: PopulationSpace): IsPossible {
  const tests = combinationTests(space, (one) => isOfApartColumns(one, space.population));
  return (region) => tests.every((test) => test(region));
}

/**
 * Names of the variables that tell of each other, in the words of a table's sides: `variable` or `several:answer`. Those
 * whose answers merely cannot go together by nature do so only where they stand in one table.
 */
export function tiedNames({population}: Pick<PopulationSpace, "population">): readonly (readonly string[])[] {
  const {variables, combinations = []} = population;
  const known = new Set(variables.map(({name}) => name));
  const answers = variables.flatMap(({name, categories}) =>
    categories.flatMap(({anyOf}) =>
      (variables.find((one) => one.name === anyOf)?.categories ?? []).map((one) => [
        name,
        `${anyOf ?? ""}:${one.name}`,
      ]),
    ),
  );
  const together = combinations.filter((one) => !isOfApartColumns(one, population));
  return [...together.map((one) => one.variables.filter((name) => known.has(name))), ...answers];
}

function combinationTests(
  space: PopulationSpace,
  isMeant: (combination: Combination) => boolean = () => true,
): readonly IsPossible[] {
  const known = new Set(space.population.variables.map(({name}) => name));
  return (space.population.combinations ?? []).filter(isMeant).map(({variables, possible}) => {
    const regions = possible.flatMap((tuple) => {
      const pairs = variables.flatMap((name, index) => (known.has(name) ? [[name, tuple[index] ?? ""] as const] : []));
      return space.region(Object.fromEntries(pairs)) ?? [];
    });
    return askedOnce(
      regions.flatMap((one) => [...one.keys()]),
      (region) => regions.some((one) => doMeet(one, region)),
    );
  });
}

/** The same test of regions, made once for what they say of the roots that it is about. */
function askedOnce(about: readonly string[], test: IsPossible): IsPossible {
  const roots = [...new Set(about)];
  const known = new Map<string, boolean>();
  return (region) => {
    const name = roots.map((root) => region.get(root)?.join() ?? "*").join("|");
    const isPossible = known.get(name) ?? test(region);
    known.set(name, isPossible);
    return isPossible;
  };
}

function doMeet(one: CoveredPlace, other: CoveredPlace): boolean {
  return [...one].every(([root, members]) => {
    const others = other.get(root);
    return others === undefined || members.some((member) => others.includes(member));
  });
}

function answerTests(space: PopulationSpace): readonly IsPossible[] {
  return space.population.variables.flatMap(({name, categories}) =>
    categories.flatMap(({name: category, anyOf}) => {
      if (anyOf === undefined) return [];
      const {root, members} = space.read(name, category);
      const excludes = (those: Members | undefined) => those?.some((one) => members.includes(one)) === false;
      const gaveOne = (region: CoveredPlace) =>
        [...region].some(([side, answers]) => side.startsWith(`${anyOf}:`) && answers.join() === "yes");
      return [(region: CoveredPlace) => !(excludes(region.get(root)) && gaveOne(region))];
    }),
  );
}
