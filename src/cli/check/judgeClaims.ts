import {existsSync} from "node:fs";
import path from "node:path";
import {expandQuery, PublicationError, type Publication, type Query} from "../../publication/index.ts";
import {readMade, readRelease, type Release} from "../../release/index.ts";
import {releaseFile} from "../outputs.ts";

/**
 * Judges the claims of a publication on what has been released of it, or says why that cannot be: nothing is, or not what
 * the text asks now. Throws PublicationError for claims that are not true, and ReleaseError for a release that cannot be
 * read.
 */
export async function judgeClaims(root: string, publication: Publication): Promise<string | undefined> {
  const {report, plan} = publication;
  const releases = new Map<string, Release>();
  for (const name of new Set(["this", ...plan.map(({edition}) => edition)])) {
    const id = name === "this" ? report.id : name === "previous" ? report.compareWith : name;
    if (id === undefined) continue;
    const file = releaseFile(path.join(root, "data"), id);
    if (!existsSync(file)) return `make the release first: npx smallprint release ${id}`;
    const release = readRelease(readMade(file), path.relative(root, file));
    const isAnswered = plan.filter(({edition}) => edition === name).every((query) => answers(release, query));
    if (!isAnswered) return `the text asks what was not released: make the release again: npx smallprint release ${id}`;
    releases.set(name, release);
  }
  const {checkClaims} = await import("../../site/index.ts");
  checkClaims(publication, releases);
  return undefined;
}

function answers(release: Release, query: Query): boolean {
  try {
    return expandQuery(query, release.vocabulary).every(({address}) => release.has(address));
  } catch (error) {
    if (error instanceof PublicationError) return false;
    throw error;
  }
}
