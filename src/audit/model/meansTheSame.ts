import type {CellAddress, Variable, Vocabulary} from "../../publication/index.ts";

/** Whether two variables divide records into the same categories, whatever their order, that belong to the same ones. */
export function meansTheSame(one: Variable, other: Variable): boolean {
  const names = ({kind, categories}: Variable): string =>
    [kind, ...categories.map(({name, role}) => `${name} ${role}`).sort()].join();
  if (names(one) !== names(other)) return false;
  return one.categories.every(({name, within = {}}) => {
    const there = other.categories.find((category) => category.name === name)?.within ?? {};
    return Object.entries(within).every(([coarser, group]) => (there[coarser] ?? group) === group);
  });
}

/** A test of whether an address names the same group of people in both of two vocabularies. */
export function sameInBoth(one: Vocabulary, other: Vocabulary): (address: CellAddress) => boolean {
  const differing = new Set(
    one.populations.flatMap(({name, variables}) => {
      const there = other.populations.find((population) => population.name === name)?.variables ?? [];
      return variables
        .filter((variable) => there.some((same) => same.name === variable.name && !meansTheSame(variable, same)))
        .map((variable) => `${name} ${variable.name}`);
    }),
  );
  return ({population, at}) => Object.keys(at).every((variable) => !differing.has(`${population} ${variable}`));
}
