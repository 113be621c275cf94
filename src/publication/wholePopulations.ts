import type {Population} from "./vocabulary.ts";

/** The populations that cells are of: the numbers of a part are cells of its whole. */
export function wholePopulations(populations: readonly Population[]): readonly Population[] {
  return populations.filter(({partOf}) => partOf === undefined);
}
