import {closest} from "fastest-levenshtein";

/** Advice after an unknown name: `Did you mean "sex"?`, or what there is when nothing comes near. */
export function nearestName(unknown: string, known: readonly string[]): string {
  return known.length === 0 ? "There is none to choose from." : `Did you mean "${closest(unknown, known)}"?`;
}
