import {measureOf} from "../../measures/index.ts";
import {perOf, weightsOf, type Query, type Reference} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";

/** The references that a query asks, divides by or weighs with. */
export function referencesIn(query: Query, {vocabulary}: Release): readonly Reference[] {
  const asked = measureOf(query).about === "reference" ? query.populations : [];
  const named = new Set([...asked, perOf(query)?.reference, weightsOf(query)?.reference]);
  return vocabulary.references.filter(({name}) => named.has(name));
}
