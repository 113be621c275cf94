import {perOf, weightsOf, type Query} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** Whether a release says of anything behind a query's numbers that it was made up: its records, or a reference. */
export function showsMadeUp(
  query: Query,
  {provenance, vocabulary}: Pick<Release, "provenance" | "vocabulary">,
): boolean {
  const named = [...query.populations, perOf(query)?.reference, weightsOf(query)?.reference];
  const counted = vocabulary.populations.some(({name}) => named.includes(name));
  return (counted && provenance.synthetic) || isOfMadeUpReference(query, {vocabulary});
}

/** Whether a query asks, divides by or weighs with a reference that was made up. */
export function isOfMadeUpReference(query: Query, {vocabulary}: Pick<Release, "vocabulary">): boolean {
  const named = [...query.populations, perOf(query)?.reference, weightsOf(query)?.reference];
  return vocabulary.references.some(({name, synthetic}) => synthetic === true && named.includes(name));
}

/** Whether anything that a release rests on was made up. */
export function holdsMadeUp({provenance, vocabulary}: Pick<Release, "provenance" | "vocabulary">): boolean {
  return provenance.synthetic || vocabulary.references.some(({synthetic}) => synthetic === true);
}
