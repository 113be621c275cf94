import type {Links} from "./links.ts";

/**
 * Keys of the cells in which no record can stand, whatever the extract holds: a fault of a rule that its column does
 * not know. Their zeros tell of nobody and are known to everybody, so that no policy hides them.
 */
export function impossibleCells({sums}: Links): ReadonlySet<string> {
  return new Set(sums.filter(({parts}) => parts.length === 0).map(({total}) => total));
}
