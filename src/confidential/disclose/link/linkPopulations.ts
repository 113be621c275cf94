import {
  cellKey,
  type Coordinates,
  type RelatedPlace,
  type PopulationRelation,
  type Vocabulary,
} from "../../../publication/index.ts";
import {unionSums} from "./atLeastOne.ts";
import type {LinkedCell, Sum} from "./links.ts";

interface Known {
  readonly relations: readonly PopulationRelation[];
  readonly populations: Vocabulary["populations"];
  readonly cells: ReadonlyMap<string, LinkedCell>;
}

interface Web {
  readonly cells: readonly LinkedCell[];
  readonly sums: readonly Sum[];
}

/** What the counts of populations say of each other whose records have to do with each other. */
export function linkPopulations(known: Known): Web {
  const webs = known.relations.map((relation) => webOf(relation, known));
  return {cells: webs.flatMap(({cells}) => cells), sums: webs.flatMap(({sums}) => sums)};
}

function webOf(relation: PopulationRelation, known: Known): Web {
  switch (relation.kind) {
    case "same-records":
      return {cells: [], sums: equalCounts(relation, known)};
    case "one-for-some":
      return atLeastOneOf(relation, known);
  }
}

/** The same records at two places: their counts are one number, group by group. */
function equalCounts(
  {one, other}: Extract<PopulationRelation, {kind: "same-records"}>,
  {cells}: Known,
): readonly Sum[] {
  return [...cells.values()].flatMap(({key, address}) => {
    const rest = address?.population === other.population ? beyond(address.at, other.at) : undefined;
    const total = rest && countOf(one.population, {...one.at, ...rest});
    return total !== undefined && cells.has(total) ? [{total, parts: [key]}] : [];
  });
}

/** What a place asks beyond another one; nothing where it does not lie within it. */
function beyond(at: Coordinates, within: Coordinates): Coordinates | undefined {
  if (Object.entries(within).some(([variable, category]) => at[variable] !== category)) return undefined;
  return Object.fromEntries(Object.entries(at).filter(([variable]) => within[variable] === undefined));
}

/** A record that is there for at least one of others: it is counted once, however many of them it has. */
function atLeastOneOf(
  {one, some}: Extract<PopulationRelation, {kind: "one-for-some"}>,
  {populations, cells}: Known,
): ReturnType<typeof unionSums> {
  const keys = kindsOf(some, populations).map((at) => countOf(some.population, at));
  const whole = countOf(one.population, one.at);
  const isKnown = keys.length > 0 && [whole, ...keys].every((key) => cells.has(key));
  return isKnown ? unionSums({whole, parts: keys}, some.population) : {cells: [], sums: []};
}

/** The finest places within one: of the first combination of the population, those that can be. */
function kindsOf({population, at}: RelatedPlace, populations: Vocabulary["populations"]): readonly Coordinates[] {
  const combination = populations.find(({name}) => name === population)?.combinations?.[0];
  const places = combination?.possible.map((tuple) =>
    Object.fromEntries(combination.variables.map((variable, index) => [variable, tuple[index] ?? ""])),
  );
  return (places ?? []).filter((place) => beyond(place, at) !== undefined);
}

function countOf(population: string, at: Coordinates): string {
  return cellKey({measure: "count", population, at});
}
