import {listEditions, loadReport, withdrawnKeys} from "../publication/index.ts";
import type {Release} from "../release/index.ts";

/**
 * Keys of the counts that the report of a release's edition withholds although they were printed before; none where the
 * project has no report of that edition.
 */
export function withdrawnBy({edition, vocabulary}: Release, root: string): readonly string[] {
  if (!listEditions(root).includes(edition.id)) return [];
  return [...withdrawnKeys(loadReport(root, edition.id).revisions, vocabulary)];
}
