import type {Variable} from "./vocabulary.ts";

/**
 * Whether a variable of two releases has the same categories, made of the same answers. A release of before may not say what
 * a variable read: then its categories have to do.
 */
export function definedAlike(one: Variable, other: Variable): boolean {
  return categoriesOf(one) === categoriesOf(other) && readAlike(one, other);
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
