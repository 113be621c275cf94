import type {SourcePosition} from "../source/sourcePosition.ts";
import {nameRemedy} from "../nearestName.ts";
import {publicationFault, type PublicationError} from "../PublicationError.ts";
import type {Query} from "./query.ts";

/** What is wrong with a query, at the place of `name` in it where that is known. */
export function queryFault(query: Query, fault: {name?: string; what: string; remedy: string}): PublicationError {
  return publicationFault(`${fault.what} in "${query.text}"`, fault.remedy, positionOf(query, fault.name));
}

/** A name that the vocabulary lacks, with the nearest that it has. `sort` e.g. "population". */
export function unknownName(
  query: Query,
  unknown: {sort: string; name: string; known: readonly string[]},
): PublicationError {
  const {sort, name, known} = unknown;
  return queryFault(query, {name, what: `there is no ${sort} "${name}"`, remedy: nameRemedy(name, known)});
}

function positionOf({position, names = []}: Query, name?: string): SourcePosition | undefined {
  return names.find((one) => one.name === name)?.position ?? position;
}
