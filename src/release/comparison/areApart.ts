import type {PlacedCell} from "./placedCell.ts";
import {Places} from "./Places.ts";

/** Whether two numbers are of two groups with nobody in both: of two editions or populations, or of places that shut each other out. */
export function areApart(left: PlacedCell, right: PlacedCell): boolean {
  if (left.release.edition.id !== right.release.edition.id) return true;
  if (left.address.population !== right.address.population) return true;
  const population = left.release.vocabulary.populations.find(({name}) => name === left.address.population);
  return new Places(population?.variables ?? []).exclude(left.address.at, right.address.at);
}
