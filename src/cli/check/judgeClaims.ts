import path from "node:path";
import {
  editionsAsked,
  PublicationError,
  type EditionName,
  type Publication,
  type Query,
} from "../../publication/index.ts";
import {findRelease, readReleaseOf, ReleaseError, type Release} from "../../release/index.ts";
import {ledgerFolder} from "../outputs.ts";

/**
 * Judges the claims of a publication on what has been released of it, or says why that cannot be: nothing is, or not what
 * the text asks now. Throws PublicationError for claims that are not true, and ReleaseError for a release that cannot be
 * read.
 */
export async function judgeClaims(root: string, publication: Publication): Promise<string | undefined> {
  const releases = new Map<EditionName, Release>();
  for (const [name, id] of editionsAsked(publication)) {
    const queries = publication.plan.filter(({edition}) => edition === name);
    if (queries.length === 0 && name !== "this") continue;
    const file = findRelease(id, [ledgerFolder(root)]);
    if (file === undefined) return `make the release first: npx smallprint release ${id}`;
    const release = readReleaseOf(id, file, path.relative(root, file));
    if (!queries.every((query) => doesAnswer(release, query)))
      return `the text asks what was not released: make the release again: npx smallprint release ${id}`;
    releases.set(name, release);
  }
  const {checkBreaks, checkClaims} = await import("../../site/index.ts");
  checkBreaks(publication, releases);
  checkClaims(publication, releases);
  return undefined;
}

function doesAnswer(release: Release, query: Query): boolean {
  try {
    return release.answer(query).length > 0;
  } catch (error) {
    if (error instanceof PublicationError || error instanceof ReleaseError) return false;
    throw error;
  }
}
