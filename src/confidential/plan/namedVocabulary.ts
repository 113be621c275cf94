import {directivesOf, type Population, type Publication, type Query, type Vocabulary} from "../../publication/index.ts";

/**
 * The part of a vocabulary that a publication names: a release tells what it answers for and not what else an extract
 * holds.
 */
export function namedVocabulary(publication: Publication, vocabulary: Vocabulary): Vocabulary {
  const named = namesIn(publication);
  const isNamed = (name: string): boolean => named.has(name);
  return {
    populations: vocabulary.populations.filter(({name}) => isNamed(name)).map((one) => narrow(one, isNamed)),
    references: vocabulary.references.filter(({name}) => isNamed(name)),
  };
}

function narrow(population: Population, isNamed: (name: string) => boolean): Population {
  return {...population, variables: population.variables.filter(({name}) => isNamed(name))};
}

function namesIn({plan, chapters}: Publication): ReadonlySet<string> {
  const names = new Set<string>();
  for (const query of plan) if (query.edition === "this") for (const name of namesOf(query)) names.add(name);
  for (const directive of chapters.flatMap(directivesOf)) {
    if (directive.kind !== "label") continue;
    names.add(directive.population);
    for (const variable of Object.keys(directive.at)) names.add(variable);
  }
  return names;
}

function namesOf({populations, at, by, within, among, variable, per}: Query): readonly string[] {
  const optional = [variable, per?.reference].filter((name) => name !== undefined);
  return [...populations, ...Object.keys(at), ...by, ...within, ...Object.keys(among), ...optional];
}
