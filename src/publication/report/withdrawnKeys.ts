import type {Revision} from "../document/publication.ts";
import {expandQuery} from "../query/expandQuery.ts";
import {parseQuery} from "../query/parseQuery.ts";
import {cellKey, restsOn} from "../../measures/index.ts";
import type {Vocabulary} from "../vocabulary.ts";

/** A count as messages and audits name it: `count prison [sex=female]`. */
const key = /^count \S+ \[[^\]]*\]$/;

/**
 * Keys of the counts that revisions withdraw although they were printed before. Each is written as messages name it, or
 * as a query. Throws PublicationError for a query that cannot be read or names what the vocabulary lacks.
 */
export function withdrawnKeys(revisions: readonly Revision[], vocabulary: Vocabulary): ReadonlySet<string> {
  const keys = revisions.flatMap(({withdraws, position}) =>
    withdraws.flatMap((text) => {
      if (key.test(text)) return [text];
      const asked = expandQuery({...parseQuery(text, position), position}, vocabulary);
      return asked.flatMap(({address}) => [address, ...restsOn(address)].map(cellKey));
    }),
  );
  return new Set(keys);
}
