import type {Project, Publication, RelatedVocabulary} from "../publication/index.ts";
import {sha256, type ReleaseContent} from "../release/index.ts";
import type {Disclosed} from "./disclose/disclose.ts";
import {namedVocabulary} from "./cells/namedVocabulary.ts";
import {hashPublicFiles} from "./provenance/hashPublicFiles.ts";

/** What a release says besides its cells. */
export interface Releasable {
  readonly project: Project;
  readonly publication: Publication;
  readonly vocabulary: RelatedVocabulary;
  readonly synthetic: boolean;
}

/** How a release reads once it is decided what is published. It does not name its proof yet. */
export function describeRelease(releasable: Releasable): (disclosed: Disclosed) => ReleaseContent {
  const {project, publication, vocabulary, synthetic} = releasable;
  const {report, plan} = publication;
  const dictionaries = hashPublicFiles(project, report);
  const {id, title, region, period, published, policy} = report;
  return ({cells, rounded}) => ({
    schema: "smallprint-release/1",
    edition: {id, title, region: region.label, period, ...(published !== undefined && {published})},
    provenance: {synthetic, dictionaries, policy: sha256(JSON.stringify(policy))},
    disclosure: {
      stage: "audited",
      policy: {...policy, ...(rounded?.within !== undefined && {within: rounded.within})},
    },
    ...structuredClone(
      namedVocabulary(publication, vocabulary) as Pick<ReleaseContent, "populations" | "references" | "relations">,
    ),
    cells,
    answers: [...new Set(plan.filter(({edition}) => edition === "this").map(({text}) => text))],
  });
}
