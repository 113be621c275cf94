import type {CellAddress, Variable, Vocabulary} from "../../publication/index.ts";
import {readsKey} from "./answers/readsKey.ts";

/**
 * Whether two variables divide records into the same categories, whatever their order. Where both say what they read,
 * they do if they read the same answers into categories of the same names; else if their categories have the same names
 * and belong to the same coarser ones.
 */
export function meansTheSame(one: Variable, other: Variable): boolean {
  if (one.reads !== undefined && other.reads !== undefined) {
    return one.kind === other.kind && readsKey(one.reads) === readsKey(other.reads);
  }
  const names = ({kind, categories}: Variable): string =>
    [kind, ...categories.map(({name, role}) => `${name} ${role}`).sort()].join();
  if (names(one) !== names(other)) return false;
  return one.categories.every(({name, within = {}}) => {
    const there = other.categories.find((category) => category.name === name)?.within ?? {};
    return Object.entries(within).every(([coarser, group]) => (there[coarser] ?? group) === group);
  });
}

/** Names of generic answers: many questions have them, so that having them in common says nothing. */
const generic: ReadonlySet<string> = new Set([
  "yes",
  "no",
  "not-stated",
  "outside",
  "in-region",
  "elsewhere",
  "region",
]);

/**
 * Whether two variables of different releases are likely one under two names: of one kind, with the same categories and
 * either the same label or categories that are no common yes and no.
 */
export function isLikelyTheSame(one: Variable, other: Variable): boolean {
  if (one.reads !== undefined && other.reads !== undefined) return false;
  const names = ({kind, categories}: Variable): string => [kind, ...categories.map(({name}) => name).sort()].join();
  if (names(one) !== names(other)) return false;
  return one.label === other.label || one.categories.filter(({name}) => !generic.has(name)).length > 1;
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
