import {wholePopulations, type Population, type PopulationRelation} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/**
 * Where a release says other things of what its populations have to do with each other than their units and extracts show,
 * by which the audit ties them: it would be attacked by less than a reader knows, or by what is not true. Older releases
 * say nothing of it.
 */
export function relationFaults({vocabulary}: Release): readonly string[] {
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
