import {
  directivesOf,
  expandQuery,
  perOf,
  variablesNamed,
  weightsOf,
  type Population,
  type Publication,
  type Query,
  type RelatedVocabulary,
  type PopulationRelation,
  type Vocabulary,
} from "../../publication/index.ts";

/**
 * The part of a vocabulary that a publication names: a release tells what it answers for and not what else an extract
 * holds.
 */
export function namedVocabulary(publication: Publication, vocabulary: RelatedVocabulary): Vocabulary {
  const {tables, variables} = namesIn(publication, vocabulary);
  // A part is told of by its whole, and by what makes it one.
  for (const {name, partOf} of vocabulary.populations) {
    if (partOf === undefined || !tables.has(name)) continue;
    tables.add(partOf.population);
    for (const variable of Object.keys(partOf.at)) variables.add(variable);
  }
  const isNamed = (name: string): boolean => tables.has(name);
  const relations = vocabulary.relations.filter((one) => populationsIn(one).every(isNamed));
  const isAsked = (variable: string): boolean => variables.has(variable);
  return {
    populations: vocabulary.populations.filter(({name}) => isNamed(name)).map((one) => narrow(one, isAsked)),
    references: vocabulary.references.filter(({name}) => isNamed(name)),
    ...(relations.length > 0 && {relations}),
  };
}

function populationsIn(relation: PopulationRelation): readonly string[] {
  switch (relation.kind) {
    case "same-records":
      return [relation.one.population, relation.other.population];
    case "one-for-some":
      return [relation.one.population, relation.some.population];
  }
}

function narrow(population: Population, isNamed: (name: string) => boolean): Population {
  if (population.unit === "faults") return population;
  const {combinations = [], ...rest} = population;
  // Forms that count are as many as the clients, whether the report says what became of the others or not; and a count
  // of forms is one of usable forms where the report says nothing else.
  const isOwn = (name: string): boolean => population.unit === "forms" && ["fate", "usable"].includes(name);
  const isKept = (name: string): boolean => isNamed(name) || isOwn(name);
  const variables = population.variables.filter(({name}) => isKept(name));
  const said = combinations.filter((one) => one.variables.every(isKept));
  return {...rest, variables, ...(said.length > 0 && {combinations: said})};
}

/** What a publication names. A variable may be called as a population is. */
interface Named {
  /** Populations and references. */
  readonly tables: Set<string>;
  readonly variables: Set<string>;
}

function namesIn({plan, chapters}: Publication, vocabulary: RelatedVocabulary): Named {
  const own = plan.filter(({edition}) => edition === "this");
  const labels = chapters.flatMap(directivesOf).filter((directive) => directive.kind === "label");
  const ofSets = own.filter(({sets}) => sets !== undefined).flatMap((query) => variablesOf(query, vocabulary));
  return {
    tables: new Set([...own.flatMap(tablesOf), ...labels.map(({population}) => population)]),
    variables: new Set([...own.flatMap(variablesNamed), ...ofSets, ...labels.flatMap(({at}) => Object.keys(at))]),
  };
}

/** The variables by which the cells of a query are known, where several categories as one have a name already. */
function variablesOf(query: Query, vocabulary: RelatedVocabulary): readonly string[] {
  const addresses = expandQuery(query, vocabulary).flatMap(({address, denominator, missing}) =>
    [address, denominator, missing].filter((one) => one !== undefined),
  );
  return addresses.flatMap((one) => [...Object.keys(one.at), ...("base" in one ? Object.keys(one.base) : [])]);
}

function tablesOf(query: Query): readonly string[] {
  const references = [perOf(query)?.reference, weightsOf(query)?.reference].filter((name) => name !== undefined);
  return [...query.populations, ...references];
}
