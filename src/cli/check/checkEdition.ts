import {
  readPublication,
  unclaimedWords,
  withdrawnKeys,
  type Project,
  type Publication,
  type UnclaimedWords,
} from "../../publication/index.ts";
import {askedEditions} from "./askedEditions.ts";
import {CheckFindings} from "./CheckFindings.ts";
import {judgeClaims} from "./judgeClaims.ts";
import {standInRelease} from "./standInRelease.ts";

/** What a check found to be in order. */
export interface CheckedEdition {
  readonly queries: number;
  /** Why the claims could not be judged; absent where they were, and hold. */
  readonly claimsUnjudged?: string;
  /** Lines that compare in words of their own, and rest on nothing that is judged. */
  readonly unclaimed: readonly UnclaimedWords[];
}

/**
 * Checks an edition's text as {@link checkEditionText} does, and judges its claims where a release answers for them. Throws
 * CheckError with every fault found.
 */
export async function checkEdition(project: Project, edition: string): Promise<CheckedEdition> {
  const publication = await checkEditionText(project, edition);
  const claimsUnjudged = await judgeClaims(project.root, publication);
  const unclaimed = unclaimedWords(publication);
  return {queries: publication.plan.length, unclaimed, ...(claimsUnjudged !== undefined && {claimsUnjudged})};
}

/**
 * Everything of an edition that can be known before any record is read: its text, its dictionaries with their lists and
 * references, every name, and whether its pages can be made, with numbers that stand in for those to come. Throws
 * CheckError with every fault found.
 */
export async function checkEditionText(project: Project, edition: string): Promise<Publication> {
  const found = new CheckFindings();
  const {publication, faults} = readPublication(project, edition);
  found.add(faults);
  if (publication?.chapters.length === 0 && faults.length === 0) {
    const what = `neither templates/${publication.report.template} nor reports/${edition} holds a chapter`;
    found.add([{what, remedy: "Write one: see docs/writing-a-report.md"}]);
  }
  if (publication !== undefined) await checkPages({project, publication, isWhole: faults.length === 0}, found);
  found.throwIfAny();
  if (publication === undefined) throw new Error("a publication without faults can be read");
  return publication;
}

/** How the report says that its extracts are written: columns, values, dates. No extract is opened. */
async function checkReadings(project: Project, {report}: Publication, found: CheckFindings): Promise<void> {
  const {extractModel} = await import("../../confidential/index.ts");
  const counted = new Set(report.populations.map(({extract}) => extract));
  for (const extract of counted) found.attempt(() => extractModel(project, report, extract));
}

interface ReadText {
  readonly project: Project;
  readonly publication: Publication;
  readonly isWhole: boolean;
}

async function checkPages({project, publication, isWhole}: ReadText, found: CheckFindings): Promise<void> {
  const asked = await askedEditions(project, publication, found);
  await checkReadings(project, publication, found);
  // Without the names of this edition nothing can be told of its pages.
  const own = asked.find(({name}) => name === "this");
  if (own === undefined) return;
  found.attempt(() => withdrawnKeys(publication.report.revisions, own.vocabulary));
  const {faultsOfPages} = await import("../../site/index.ts");
  const releases = new Map(asked.map((one) => [one.name, standInRelease(one)]));
  found.add(faultsOfPages({project, publication, releases, isWhole}));
}
