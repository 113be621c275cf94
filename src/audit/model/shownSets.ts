import {type Coordinates} from "../../publication/index.ts";
import {cutFinest, isRoot, type PopulationSpace, rollsUp} from "./PopulationSpace.ts";
import {tiedNames} from "./possibleRegions.ts";
import {maximalSets, type VariableSet} from "./variableSets.ts";

/**
 * The variables that stand together at some places, with the coarser ones that they roll up into and those that speak of
 * the same answer where these are shown too; of forms with what became of them, where anything tells of that.
 */
export function shownSets(
  space: PopulationSpace,
  places: readonly Coordinates[],
  tellsOfFate: boolean,
): readonly VariableSet[] {
  const sets = places.map(
    (at) => new Set(Object.entries(at).map(([name, category]) => variableOf(space, name, category))),
  );
  const used = sets.reduce<VariableSet>((all, set) => all.union(set), new Set());
  const {variables, unit} = space.population;
  const isUsed = (name: string): boolean => used.has(name) || (unit === "faults" && !name.includes(":"));
  const alike = readAlike(space, used);
  const ties = tiedNames(space)
    .map((names) => new Set(names.filter(isUsed)))
    .filter(({size}) => size > 1);
  // A question with several answers has a side for each of them: each is tied in a table of its own.
  const [one, answers] = [ties.filter((tie) => !isOfAnswers(tie)), ties.filter(isOfAnswers)];
  const coarserOf = (name: string) =>
    [...used].filter(
      (other) => other !== name && variables.some((finer) => finer.name === name && rollsUp(finer, other)),
    );
  const decidedBy = (set: VariableSet) => alike.flatMap((names) => decidedAmong(names, set, space));
  const close = (set: VariableSet): VariableSet => {
    const tied = one.filter((tie) => !tie.isDisjointFrom(set)).flatMap((tie) => [...tie]);
    const wider = set.union(new Set([...[...set].flatMap(coarserOf), ...decidedBy(set), ...tied]));
    return wider.size === set.size ? set : close(wider);
  };
  const hasFate = tellsOfFate && variables.some(({name}) => name === "fate");
  const closed = maximalSets(sets).map((set) => close(hasFate ? set.union(new Set(["fate"])) : set));
  const withAnswers = closed.flatMap((set) =>
    answers.filter((tie) => !tie.isDisjointFrom(set)).map((tie) => close(set.union(tie))),
  );
  return [...closed, ...withAnswers, ...alike.map((names) => new Set(names))];
}

/** Those of some variables that read alike which have to stand beside the ones that a set holds. */
function decidedAmong(names: readonly string[], set: VariableSet, space: PopulationSpace): readonly string[] {
  const own = names.filter((name) => set.has(name));
  const isFew = blocksOf(space, names) <= mostTied;
  // One that is merely finer is tied by the table of those that read alike.
  const isNeeded = (name: string): boolean =>
    space.decides(own, name) || (isFew && !own.every((coarser) => space.decides([name], coarser)));
  return own.length === 0 ? [] : names.filter((name) => !set.has(name) && isNeeded(name));
}

/** Classes of answers up to which variables that read alike stand together in every table; else in one of their own. */
const mostTied = 60;

/** Variables in use that read the same columns. */
function readAlike(space: PopulationSpace, used: VariableSet): readonly (readonly string[])[] {
  const byRoot = Map.groupBy([...used].filter((name) => !name.includes(":")), (name) => space.rootOf(name)); // prettier-ignore
  return [...byRoot].filter(([root, names]) => isRoot(root) && names.length > 1).map(([, names]) => names);
}

function blocksOf(space: PopulationSpace, names: readonly string[]): number {
  const [first = ""] = names;
  return cutFinest(space.categories(space.rootOf(first)), names.map((name) => space.partition(name))).length; // prettier-ignore
}

function isOfAnswers(names: VariableSet): boolean {
  return [...names].some((name) => name.includes(":"));
}

function variableOf(space: PopulationSpace, name: string, category: string): string {
  const kind = space.population.variables.find((one) => one.name === name)?.kind;
  return kind === "multi" ? `${name}:${category}` : name;
}
