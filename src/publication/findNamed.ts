import {nameRemedy} from "./nearestName.ts";
import {publicationFault} from "./PublicationError.ts";
import type {SourcePosition} from "./source/sourcePosition.ts";

/** What is called so. Throws PublicationError with the nearest known name where nothing is. */
export function findNamed<T extends {readonly name: string}>(
  {sort, name}: {readonly sort: string; readonly name: string},
  known: readonly T[],
  position: SourcePosition,
): T {
  const found = known.find((each) => each.name === name);
  if (found !== undefined) return found;
  const names = known.map((each) => each.name);
  throw publicationFault(`there is no ${sort} "${name}"`, nameRemedy(name, names), position);
}
