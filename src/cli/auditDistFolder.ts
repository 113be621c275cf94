import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {auditDist, describeDistAudit, type EditionInDist} from "../audit/index.ts";
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
  const findings = await auditDist(
    folder,
    built.map((edition) => readEdition(edition, {root, folder})),
  );
  return {summary: describeDistAudit(findings, built), passes: findings.list.length === 0};
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
