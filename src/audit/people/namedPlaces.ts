import type {Coordinates} from "../../publication/index.ts";
import {complementOf} from "./byNature.ts";
import type {ListedPublication} from "./listed.ts";
import {NamedGroups, type NamedAnswers} from "./NamedGroups.ts";
import {placeName} from "./listRests.ts";
import {populationsOf} from "../population/populationsOf.ts";
import type {Term} from "../population/quantity.ts";
import {termOf, type CountedPopulation} from "../population/terms.ts";

/** A group that a publication names, by terms beside those that say who is counted at all. */
export interface NamedPeople {
  readonly name: string;
  readonly terms: readonly Term[];
}

/**
 * The groups of a population that a publication names: those of every answer, everybody but these, and the place of every
 * count that some release shows or marks.
 */
export function namedPlaces(
  population: CountedPopulation,
  {releases, definitions}: Pick<ListedPublication, "releases" | "definitions">,
): readonly NamedPeople[] {
  const named = new NamedGroups(population);
  const answers = named.answers();
  const byName = new Map<string, Term>(answers.map((answer) => [answer.name, answer]));
  const places = releases.flatMap((release, number) => {
    const known = namesOfPeople(population, populationsOf(definitions, number));
    return release.cells.flatMap(({address}) =>
      address.measure === "count" && known.has(address.population) ? [address.at] : [],
    );
  });
  return [
    ...answers.flatMap((answer) => singlePlaces(answer, {named, population})),
    ...places.flatMap((at) => placeAt(at, population, byName)),
  ];
}

/** By which names a release knows the people of a population. */
function namesOfPeople(
  {definition}: CountedPopulation,
  populations: ReadonlyMap<string, CountedPopulation>,
): ReadonlySet<string> {
  const asked = JSON.stringify(definition);
  return new Set([...populations].flatMap(([name, own]) => (JSON.stringify(own.definition) === asked ? [name] : [])));
}

interface Naming {
  readonly named: NamedGroups;
  readonly population: CountedPopulation;
}

function singlePlaces(answer: NamedAnswers[number], {named, population}: Naming): readonly NamedPeople[] {
  return [
    {name: named.group([answer], "all").name, terms: [answer]},
    {name: named.group([answer], "but").name, terms: [complementOf(answer, population.source)]},
  ];
}

/** A place of two conditions or more, with one object for each answer. */
function placeAt(at: Coordinates, population: CountedPopulation, answers: Map<string, Term>): readonly NamedPeople[] {
  const terms = Object.entries(at).flatMap(([variable, category]) => {
    const name = `${variable}=${category}`;
    const term = answers.get(name) ?? termOf(population, variable, category);
    if (term !== undefined) answers.set(name, term);
    return term ?? [];
  });
  if (terms.length < 2 || terms.length < Object.keys(at).length) return [];
  return [{name: placeName({population: population.definition.name, at}), terms}];
}
