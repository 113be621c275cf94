import type {Reference, Variable} from "./vocabulary.ts";

/** Everything that says which row of a reference is meant: its place, then what else its rows are told apart by. */
export function referenceKeys({key, further = []}: Pick<Reference, "key" | "further">): readonly Variable[] {
  return [key, ...further];
}
