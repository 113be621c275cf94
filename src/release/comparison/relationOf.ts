import type {CellAddress} from "../../publication/index.ts";
import type {PlacedCell} from "./placedCell.ts";
import {Places} from "./Places.ts";

/** How the people that two shares are about hang together. */
export type Relation =
  /** Two groups with nobody in both, or of two populations or editions, which are taken as such. */
  | "apart"
  /** One base, and nobody in both numerators. */
  | "exclusive"
  /** One base, and one numerator within the other. */
  | "nested"
  /** One base, and how many are in both numerators is not released. */
  | "overlapping"
  /** The same question of a group and of a larger one that holds it. */
  | "left is a part"
  | "right is a part"
  /** Groups that overlap in any other way. */
  | "entangled";

type Share = Extract<CellAddress, {measure: "share"}>;

/** How two shares hang together, by their addresses and the vocabulary alone. */
export function relationOf(left: PlacedCell & {address: Share}, right: PlacedCell & {address: Share}): Relation {
  const [one, other] = [left.address, right.address];
  if (left.release.edition.id !== right.release.edition.id || one.population !== other.population) return "apart";
  const population = left.release.vocabulary.populations.find(({name}) => name === one.population);
  const places = new Places(population?.variables ?? []);
  if (places.exclude(one.base, other.base)) return "apart";
  if (places.isSame(one.base, other.base)) return places.relationOnOneBase(one.at, other.at);
  if (places.isWithin(one.base, other.base) && places.isSame(one.at, {...one.base, ...other.at}))
    return "left is a part";
  if (places.isWithin(other.base, one.base) && places.isSame(other.at, {...other.base, ...one.at}))
    return "right is a part";
  return "entangled";
}
