import {stated, type CellAddress, type Coordinates, type Variable} from "../../publication/index.ts";
import type {PlacedCell} from "./placedCell.ts";

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
  if (places.isWithin(one.base, other.base) && places.isSame(one.at, {...other.at, ...one.base}))
    return "left is a part";
  if (places.isWithin(other.base, one.base) && places.isSame(other.at, {...one.at, ...other.base}))
    return "right is a part";
  return "entangled";
}

/** Whether two groups of one population have nobody, or each other, in common. */
export class Places {
  readonly #variables: readonly Variable[];

  constructor(variables: readonly Variable[]) {
    this.#variables = variables;
  }

  relationOnOneBase(one: Coordinates, other: Coordinates): "exclusive" | "nested" | "overlapping" {
    if (this.exclude(one, other)) return "exclusive";
    return this.isWithin(one, other) || this.isWithin(other, one) ? "nested" : "overlapping";
  }

  /** Whether nobody can be at both places: they name two answers to a question that takes one. */
  exclude(one: Coordinates, other: Coordinates): boolean {
    return Object.entries(one).some(([name, answer]) => {
      const against = other[name];
      if (against === undefined || against === answer || !this.#takesOneAnswer(name)) return false;
      if (answer === stated) return this.#isMissing(name, against);
      return against === stated ? this.#isMissing(name, answer) : true;
    });
  }

  /** Whether everybody at the first place is at the second one too. */
  isWithin(inner: Coordinates, outer: Coordinates): boolean {
    return Object.entries(outer).every(([name, answer]) => {
      const own = inner[name];
      return own === answer || (own !== undefined && answer === stated && !this.#isMissing(name, own));
    });
  }

  isSame(one: Coordinates, other: Coordinates): boolean {
    return this.isWithin(one, other) && this.isWithin(other, one);
  }

  #takesOneAnswer(name: string): boolean {
    return this.#variables.find((variable) => variable.name === name)?.kind === "category";
  }

  #isMissing(name: string, answer: string): boolean {
    const categories = this.#variables.find((variable) => variable.name === name)?.categories ?? [];
    return categories.find((category) => category.name === answer)?.role === "not-stated";
  }
}
