import type {Coordinates, Population} from "../../publication/index.ts";
import type {Members, PopulationSpace} from "./PopulationSpace.ts";

/** A population, and every place of it that releases tell of. */
export interface ToldPlaces {
  readonly population: Population;
  readonly places: readonly Coordinates[];
}

const usable = {variable: "usable", category: "yes"} as const;

/**
 * The side to which a reader's tables of some forms may keep: that of usable ones, where every place says so and no other
 * population or edition is of the same extract. Whatever the others are, nothing tells of them, so that they tell nothing either.
 */
export function keptSide(
  space: PopulationSpace,
  {population, places}: ToldPlaces,
  all: readonly Pick<ToldPlaces, "population">[],
): ReadonlyMap<string, Members> {
  const isAlone = all.filter((one) => one.population.extract === population.extract).length === 1;
  const isOfUsable = places.length > 0 && places.every((at) => at[usable.variable] === usable.category);
  if (population.unit !== "forms" || !isAlone || !isOfUsable) return new Map();
  const {root, members} = space.read(usable.variable, usable.category);
  return new Map([[root, members]]);
}
