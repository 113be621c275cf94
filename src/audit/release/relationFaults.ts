import {
  stated,
  wholePopulations,
  type Population,
  type PopulationRelation,
  type Vocabulary,
} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/**
 * Where a release says other things of what its populations have to do with each other than their units and extracts show,
 * by which the audit ties them, or has a part of what is not there: it would be attacked by less than a reader knows, or by
 * what is not true. Older releases say nothing of what hangs together.
 */
export function relationFaults({vocabulary}: Release): readonly string[] {
  return [...vocabulary.populations.flatMap((one) => partFaults(one, vocabulary)), ...tieFaults(vocabulary)];
}

/** A part whose numbers would be read as cells of what it is no part of, or at a place that there is not. */
function partFaults({name, partOf, unit, extract}: Population, {populations}: Vocabulary): readonly string[] {
  if (partOf === undefined) return [];
  const whole = wholePopulations(populations).find((one) => one.name === partOf.population);
  if (whole?.unit !== unit || whole.extract !== extract) {
    return [`it says that ${name} is a part of ${partOf.population}, and nothing shows it`];
  }
  const lacking = Object.entries(partOf.at).filter(([variable, category]) => !hasAnswer(whole, variable, category));
  return lacking.map(
    ([variable, category]) => `it says that ${name} is the part with ${variable}=${category}, which there is not`,
  );
}

function hasAnswer({variables}: Population, name: string, category: string): boolean {
  const variable = variables.find((one) => one.name === name);
  if (variable === undefined) return false;
  if (category === stated && variable.kind !== "multi") return true;
  return variable.kind === "number"
    ? category === "not-stated"
    : variable.categories.some((one) => one.name === category);
}

function tieFaults(vocabulary: Vocabulary): readonly string[] {
  const {relations} = vocabulary;
  const populations = wholePopulations(vocabulary.populations);
  if (relations === undefined) return [];
  const said = new Set(relations.map(nameOfRelation));
  const shown = new Set(
    populations.flatMap((one, at) => populations.slice(at + 1).flatMap((other) => shownBy(one, other))),
  );
  return [
    ...[...shown].filter((name) => !said.has(name)).map((name) => `it does not say that ${name}`),
    ...[...said].filter((name) => !shown.has(name)).map((name) => `it says that ${name}, and nothing shows it`),
  ];
}

function nameOfRelation(relation: PopulationRelation): string {
  switch (relation.kind) {
    case "same-records":
      return sameRecords(placeIn(relation.one), placeIn(relation.other));
    case "one-for-some":
      return `${placeIn(relation.one)} is there for some of ${placeIn(relation.some)}`;
  }
}

/** What two populations have to do with each other that count one extract. */
function shownBy(one: Population, other: Population): readonly string[] {
  if (one.extract === undefined || one.extract !== other.extract) return [];
  if (one.unit === other.unit) return [sameRecords(one.name, other.name)];
  const [clients, forms, faults] = (["clients", "forms", "faults"] as const).map(
    (unit) => [one, other].find((each) => each.unit === unit)?.name,
  );
  return [
    ...(clients !== undefined && forms !== undefined ? [sameRecords(clients, `${forms} fate=counted`)] : []),
    ...(forms !== undefined && faults !== undefined
      ? [`${forms} fate=quarantined is there for some of ${faults} severity=form-quarantined`]
      : []),
  ];
}

function sameRecords(...places: readonly string[]): string {
  return `${places.toSorted().join(" and ")} are the same records`;
}

function placeIn({population, at}: {population: string; at: Readonly<Record<string, string>>}): string {
  return [population, ...Object.entries(at).map(([variable, category]) => `${variable}=${category}`)].join(" ");
}
