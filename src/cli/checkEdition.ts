import {existsSync} from "node:fs";
import path from "node:path";
import {
  loadPublication,
  loadReport,
  PublicationError,
  resolveNames,
  type Fault,
  type Publication,
} from "../publication/index.ts";
import {ReleaseError} from "../release/index.ts";
import {releaseFile} from "./outputs.ts";

/** What a check found to be in order. */
export interface CheckedEdition {
  readonly queries: number;
  /** Why the claims could not be judged; absent where they were, and hold. */
  readonly claimsUnjudged?: string;
}

/**
 * Reads an edition's text, looks up every name, and judges its claims where a release allows it. Throws
 * PublicationError with every fault found.
 */
export async function checkEdition(root: string, edition: string): Promise<CheckedEdition> {
  const publication = loadPublication(root, edition);
  const names = await faultsOfNames(root, publication);
  if (names.length > 0) throw new PublicationError(names);
  const claimsUnjudged = await judgeClaims(root, edition);
  return {queries: publication.plan.length, ...(claimsUnjudged !== undefined && {claimsUnjudged})};
}

/** Unknown names, each looked up in the vocabulary of the edition that its query asks. */
async function faultsOfNames(root: string, publication: Publication): Promise<readonly Fault[]> {
  const {vocabularyFor} = await import("../confidential/index.ts");
  const {report} = publication;
  const asked = new Set(["this", ...publication.plan.map(({edition}) => edition)]);
  return [...asked].flatMap((edition) => {
    const id = edition === "previous" ? report.compareWith : edition;
    // Parts "when previous" stand in every template; without an edition to compare with they are left out.
    if (id === undefined) return [];
    const asking = edition === "this" ? report : loadReport(root, id);
    return resolveNames(publication, vocabularyFor(root, asking), edition);
  });
}

/** Judges the claims, or says why that is not possible. */
async function judgeClaims(root: string, edition: string): Promise<string | undefined> {
  const data = path.join(root, "data");
  if (!existsSync(releaseFile(data, edition))) return `make the release first: npx smallprint release ${edition}`;
  const {readEdition} = await import("../site/index.ts");
  try {
    // Reading the edition for the site judges its claims.
    readEdition(edition, {root, editions: [edition], releases: [path.join(data, "releases")], out: data, pdf: false});
    return undefined;
  } catch (error) {
    if (error instanceof ReleaseError) return error.message;
    throw error;
  }
}
