import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {auditDist, auditRelease, describeDistAudit, describeReport, type EditionInDist} from "../audit/index.ts";
import {loadPublication} from "../publication/index.ts";
import {readRelease, type Release} from "../release/index.ts";
import {listEditions} from "./editions.ts";
import {releaseFile} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** Which built site to audit. Folders are absolute. */
export interface DistRequest {
  readonly root: string;
  readonly folder: string;
}

/** Audits a built site with every edition in it; resolves with the summary and whether the site may be published. */
export async function auditDistFolder({
  root,
  folder,
}: DistRequest): Promise<{readonly summary: string; readonly passes: boolean}> {
  if (!existsSync(folder))
    throw new UsageError(`${folder} does not exist. Build the site first, or name another folder.`);
  const built = listEditions(root).filter((edition) => existsSync(path.join(folder, edition, "index.html")));
  if (built.length === 0)
    throw new UsageError(`${folder} holds no edition of reports/. Name the folder of a built site.`);
  const editions = built.map((edition) => readEdition(edition, {root, folder}));
  const findings = await auditDist(folder, editions);
  const leaks = await attackAll(editions);
  const summary = [describeDistAudit(findings, built), ...leaks].join("\n");
  return {summary, passes: findings.list.length === 0 && leaks.length === 0};
}

/**
 * Attacks everything that the site says, all editions together: each number found in it is a released cell, so their
 * union is the union of the releases. Gives the report of every release that does not withstand.
 */
async function attackAll(editions: readonly EditionInDist[]): Promise<readonly string[]> {
  const reports: string[] = [];
  for (const {release, others} of editions) {
    const beside = editions.map((other) => other.release).filter((other) => other.edition.id !== release.edition.id);
    const known = new Map([...others.values(), ...beside].map((other) => [other.edition.id, other]));
    const {report} = await auditRelease(release, {earlier: [...known.values()]});
    if (!report.passes) reports.push(describeReport(report));
  }
  return reports;
}

/** An edition with the releases that its site was built from: those beside the site, or the project's. */
function readEdition(edition: string, {root, folder}: DistRequest): EditionInDist {
  const publication = loadPublication(root, edition);
  const asked = publication.plan.map((query) => query.edition).filter((name) => name !== "this" && name !== "previous");
  const {compareWith} = publication.report;
  const ids = new Set([...asked, ...(compareWith === undefined ? [] : [compareWith])]);
  const read = (id: string): Release => readReleaseOf(id, {root, folder});
  return {publication, release: read(edition), others: new Map([...ids].map((id) => [id, read(id)]))};
}

function readReleaseOf(id: string, {root, folder}: DistRequest): Release {
  const files = [path.dirname(folder), path.join(root, "data")].map((data) => releaseFile(data, id));
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined)
    throw new UsageError(`There is no release of ${id}. Make it with "smallprint release ${id}".`);
  return readRelease(readFileSync(file, "utf8"), file);
}
