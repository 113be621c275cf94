import {refuseOtherClients} from "../../audit/index.ts";
import type {Project, Report, Vocabulary} from "../../publication/index.ts";
import type {Release} from "../../release/index.ts";
import {asRecorded} from "./asRecorded.ts";

/** The edition that is made beside them. */
interface Making {
  readonly project: Project;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/**
 * The releases that were published before, as they were recorded. Throws DisclosureError where one counts clients of some of the
 * same days in another way.
 */
export function recordedBefore(
  published: readonly Release[],
  {project, vocabulary, report}: Making,
): readonly Release[] {
  const {period, synthetic} = report;
  for (const one of published.filter(({provenance}) => provenance.synthetic === synthetic))
    refuseOtherClients({vocabulary, edition: {period}}, one);
  return published.map((one) => asRecorded(one, project, report));
}
