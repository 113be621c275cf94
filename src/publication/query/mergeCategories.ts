import type {Category} from "../vocabulary.ts";

/**
 * The categories of same-named variables of several populations, each once, in published order: a category that only
 * a later population has stands after the one that it follows there, and "not stated" stays last.
 */
export function mergeCategories(lists: readonly (readonly Category[])[]): readonly Category[] {
  const merged: Category[] = [];
  for (const list of lists) {
    let after = -1;
    for (const category of list) {
      const known = merged.findIndex(({name}) => name === category.name);
      after = known === -1 ? after + 1 : known;
      if (known === -1) merged.splice(after, 0, category);
    }
  }
  const isLast = ({role}: Category) => role === "not-stated";
  return [...merged.filter((category) => !isLast(category)), ...merged.filter(isLast)];
}
