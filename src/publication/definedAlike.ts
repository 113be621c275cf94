import type {Population, Variable, Vocabulary} from "./vocabulary.ts";

/**
 * Whether a variable of two releases has the same categories, made of the same answers. A release of before may not say what
 * a variable read: then its categories have to do.
 */
export function definedAlike(one: Variable, other: Variable): boolean {
  return categoriesOf(one) === categoriesOf(other) && readAlike(one, other);
}

/**
 * Whether a population of two releases is the same part of another, or of none: at the same place, whose answers are made
 * alike.
 */
export function partsAlike(name: string, [now, then]: readonly [Vocabulary, Vocabulary]): boolean {
  const [own, other] = [partIn(name, now), partIn(name, then)];
  if (own === undefined || other === undefined) return own === other;
  const names = Object.keys(own.place);
  const areSame = own.whole.name === other.whole.name && names.length === Object.keys(other.place).length;
  return (
    areSame && names.every((one) => own.place[one] === other.place[one] && isDefinedAlike(one, own.whole, other.whole))
  );
}

function partIn(name: string, {populations}: Vocabulary) {
  const part = populations.find((one) => one.name === name)?.partOf;
  const whole = populations.find((one) => one.name === part?.population);
  return part && whole && {place: part.at, whole};
}

function isDefinedAlike(name: string, one: Population, other: Population): boolean {
  const [now, then] = [one, other].map(({variables}) => variables.find((variable) => variable.name === name));
  return now !== undefined && then !== undefined && definedAlike(now, then);
}

function categoriesOf({kind, categories}: Variable): string {
  return [kind, ...categories.map(({name, role}) => `${name} ${role}`).sort()].join();
}

function readAlike({reads: now}: Variable, {reads: then}: Variable): boolean {
  return now === undefined || then === undefined || JSON.stringify(sorted(now)) === JSON.stringify(sorted(then));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
