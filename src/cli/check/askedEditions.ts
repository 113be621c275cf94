import {
  editionsAsked,
  loadAskedReport,
  resolveNames,
  type EditionName,
  type Project,
  type Publication,
} from "../../publication/index.ts";
import type {CheckFindings} from "./CheckFindings.ts";
import type {StandInRequest} from "./standInRelease.ts";

/** An edition that a text asks, by the name that its queries use, with all that may be asked there. */
export interface AskedEdition extends StandInRequest {
  readonly name: EditionName;
}

/**
 * The editions that a publication asks, this one first, each with the vocabulary of its own dictionaries. Unknown names
 * and faults of dictionaries, code lists and references go to `found`; an edition whose names cannot be told is left out.
 */
export async function askedEditions(
  project: Project,
  publication: Publication,
  found: CheckFindings,
): Promise<readonly AskedEdition[]> {
  const {referenceFigures, vocabularyFor} = await import("../../confidential/index.ts");
  const {plan, report} = publication;
  // Parts "when previous" stand in every template; without an edition to compare with they are left out.
  const names = new Set<EditionName>(["this", ...plan.map(({edition}) => edition)]);
  const asked = [...editionsAsked(publication)].filter(([name]) => names.has(name));
  return asked.flatMap(([name, id]): readonly AskedEdition[] => {
    const asked = found.attempt(() => {
      const own = name === "this" ? report : loadAskedReport(project, id);
      return {report: own, vocabulary: vocabularyFor(project, own), figureOf: referenceFigures(project, own)};
    });
    if (asked === undefined) return [];
    found.add(resolveNames(publication, asked.vocabulary, name));
    return [{name, queries: plan.filter(({edition}) => edition === name), ...asked}];
  });
}
