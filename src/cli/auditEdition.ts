import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {auditRelease, readSignedCells, type Audit} from "../audit/index.ts";
import {isPublished, latestRelease, readLedger, readRelease, type Release} from "../release/index.ts";
import {ledgerFolder} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";
import {withdrawnBy} from "./withdrawnBy.ts";

/** Which release to audit, and with what. Files are absolute. */
export interface AuditRequest {
  readonly root: string;
  readonly edition: string;
  /** The release to audit where it is not the one in the project's ledger. */
  readonly release?: string;
  readonly signOff?: string;
  /** ISO date. */
  readonly today: string;
}

/**
 * Audits the release of an edition together with everything in the ledger, but drafts of the same edition in whose
 * place it may come.
 */
export async function auditEdition({root, edition, release, signOff, today}: AuditRequest): Promise<Audit> {
  const ledger = ledgerFolder(root);
  const latest = latestRelease(ledger, edition);
  const isInLedger = release === undefined || path.resolve(release) === path.resolve(latest);
  const isEarlier = (one: Release): boolean =>
    one.edition.id !== edition || one.number !== undefined || (!isInLedger && isPublished(one, today));
  const audited = readFile(release ?? latest);
  return auditRelease(audited, {
    earlier: readLedger(ledger).filter(isEarlier),
    withdrawn: withdrawnBy(audited, root),
    ...(signOff !== undefined && {signed: readSignedCells(readText(signOff), signOff)}),
  });
}

function readFile(file: string): Release {
  return readRelease(readText(file), file);
}

function readText(file: string): string {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist. Make the release first, or name another file.`);
  return readFileSync(file, "utf8");
}
