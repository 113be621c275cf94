import {existsSync, readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {auditRelease, readPrimaries, type Audit} from "../audit/index.ts";
import {readRelease, type Release} from "../release/index.ts";
import {releaseFile} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** Which release to audit, and with what. Files are absolute. */
export interface AuditRequest {
  readonly root: string;
  readonly edition: string;
  /** The release to audit where it is not the one in the project's ledger. */
  readonly release?: string;
  readonly signOff?: string;
}

/** Audits the release of an edition together with every edition in the ledger. */
export async function auditEdition({root, edition, release, signOff}: AuditRequest): Promise<Audit> {
  const data = path.join(root, "data");
  const file = release ?? releaseFile(data, edition);
  const earlier = ledgerFiles(data).filter((other) => path.resolve(other) !== path.resolve(file));
  return auditRelease(readFile(file), {
    earlier: earlier.map(readFile),
    ...(signOff !== undefined && {primaries: readPrimaries(readText(signOff), signOff)}),
  });
}

/** The releases of all editions that the project keeps. */
function ledgerFiles(data: string): readonly string[] {
  const folder = path.join(data, "releases");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((edition) => releaseFile(data, edition))
    .filter((file) => existsSync(file));
}

function readFile(file: string): Release {
  return readRelease(readText(file), file);
}

function readText(file: string): string {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist. Make the release first, or name another file.`);
  return readFileSync(file, "utf8");
}
