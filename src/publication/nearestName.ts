import {closest, distance} from "fastest-levenshtein";

/** The known name most like a mistyped one; nothing where none is alike in at least half of its letters. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(typed, known);
  const isAlike = distance(typed, nearest) <= Math.max(typed.length, nearest.length) / 2;
  return isAlike ? nearest : undefined;
}

/** The known name that was meant where one letter is wrong, missing or too many; nothing where that fits none. */
export function oneLetterFrom(typed: string, known: readonly string[]): string | undefined {
  return known.find((name) => distance(name, typed) === 1);
}

/** What to do about an unknown name: the nearest known one, or all of them where none is near. */
export function nameRemedy(typed: string, known: readonly string[]): string {
  const nearest = nearestName(typed, known);
  if (nearest !== undefined) return `Did you mean "${nearest}"? Correct the name`;
  return known.length === 0 ? "Remove it: there are no such names" : `Use one of: ${known.join(", ")}`;
}

/** A sentence after an unknown name in a file of the project: always the nearest one that there is. */
export function adviseOnName(unknown: string, known: readonly string[]): string {
  return known.length === 0 ? "There is none to choose from." : `Did you mean "${closest(unknown, known)}"?`;
}
