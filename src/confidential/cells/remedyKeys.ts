import {
  cellKey,
  expandQuery,
  publicationFault,
  type CellAddress,
  type Query,
  type Remedies,
  type Vocabulary,
} from "../../publication/index.ts";

/**
 * Keys of the counts that the analyst withholds by choice. Throws PublicationError, at its place in `policy.yaml`, for
 * a name that the vocabulary lacks and for a count that the report does not print.
 */
export function remedyKeys(
  {withhold}: Remedies,
  asked: readonly CellAddress[],
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  const printed = new Set(asked.map(cellKey));
  return new Set(withhold.flatMap((query) => keysOf(query, printed, vocabulary)));
}

function keysOf(query: Query, printed: ReadonlySet<string>, vocabulary: Vocabulary): readonly string[] {
  const keys = expandQuery(query, vocabulary).map(({address}) => cellKey(address));
  if (keys.every((key) => printed.has(key))) return keys;
  const what = `the report prints no "${query.text}", so there is nothing to withhold`;
  throw publicationFault(what, "Write the query as the report has it, or remove it", query.position);
}
