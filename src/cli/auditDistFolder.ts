import {existsSync} from "node:fs";
import path from "node:path";
import {auditDist, auditRelease, describeDistAudit, describeReport, type EditionInDist} from "../audit/index.ts";
import {listEditions, loadPublication, loadTheme, type Project} from "../publication/index.ts";
import {
  findRelease,
  isPublished,
  readLedger,
  readReleaseOf,
  releaseFor,
  releasesOf,
  saysTheSame,
} from "../release/index.ts";
import {ledgerFolder} from "./outputs.ts";
import {releaseFaults} from "./releaseFaults.ts";
import {UsageError} from "./UsageError.ts";
import {withdrawnBy} from "./withdrawnBy.ts";

/** Which built site to audit. Folders are absolute. */
export interface DistRequest {
  readonly project: Project;
  readonly folder: string;
  /** ISO date. */
  readonly today: string;
}

/** Audits a built site with every edition in it; resolves with the summary and whether the site may be published. */
export async function auditDistFolder(
  request: DistRequest,
): Promise<{readonly summary: string; readonly passes: boolean}> {
  const {project, folder} = request;
  if (!existsSync(folder))
    throw new UsageError(`${folder} does not exist. Build the site first, or name another folder.`);
  const built = listEditions(project.root).filter((edition) => existsSync(path.join(folder, edition, "index.html")));
  if (built.length === 0)
    throw new UsageError(`${folder} holds no edition of reports/. Name the folder of a built site.`);
  const editions = built.map((edition) => readEdition(edition, request));
  const {logo} = loadTheme(project);
  const findings = await auditDist(folder, editions, logo === undefined ? {} : {logo});
  const leaks = await attackAll(editions, request);
  const summary = [describeDistAudit(findings, built), ...leaks.map((leak) => `${leak}\n`)].join("\n");
  return {summary, passes: findings.list.length === 0 && leaks.length === 0};
}

/**
 * Attacks everything that the site says, all editions together and with what else was ever published: each number found
 * in it is a released cell, so their union is the union of the releases. Gives the report of every release that does
 * not withstand.
 */
async function attackAll(
  editions: readonly EditionInDist[],
  {project, today}: DistRequest,
): Promise<readonly string[]> {
  const shown = editions.flatMap(({releases}) => [...releases.values()]);
  const told = [...new Map(shown.map((release) => [release.edition.id, release])).values()];
  const before = readLedger(ledgerFolder(project.root)).filter(
    (release) => isPublished(release, today) && !told.some((other) => saysTheSame(release, other)),
  );
  const reports: string[] = [];
  for (const {release} of editions) {
    const beside = told.filter(({edition}) => edition.id !== release.edition.id);
    const withdrawn = withdrawnBy(release, project);
    const {report} = await auditRelease(release, {earlier: [...beside, ...before], withdrawn});
    if (!report.passes) reports.push(describeReport(report));
  }
  for (const release of told) {
    const faults = releaseFaults(release, project);
    if (faults.length > 0) reports.push([`The release of ${release.edition.id}:`, ...faults].join("\n  "));
  }
  return reports;
}

/** An edition with the releases that its site was built from: those beside the site, or the project's. */
function readEdition(edition: string, {project, folder}: DistRequest): EditionInDist {
  const publication = loadPublication(project, edition);
  const ledgers = [path.join(path.dirname(folder), "releases"), ledgerFolder(project.root)];
  const releases = releasesOf(publication, (id) => {
    const file = findRelease(id, ledgers);
    if (file !== undefined) return readReleaseOf(id, file);
    throw new UsageError(`There is no release of ${id}. Make it with "smallprint release ${id}".`);
  });
  return {publication, release: releaseFor("this", releases), releases};
}
