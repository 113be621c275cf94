import {listEditions, loadReport, withdrawnKeys, type Project} from "../publication/index.ts";
import type {Release} from "../release/index.ts";

/**
 * Keys of the counts that the report of a release's edition withholds although they were printed before; none where the
 * project has no report of that edition.
 */
export function withdrawnBy({edition, vocabulary}: Release, project: Project): readonly string[] {
  if (!listEditions(project.root).includes(edition.id)) return [];
  return [...withdrawnKeys(loadReport(project, edition.id).revisions, vocabulary)];
}
