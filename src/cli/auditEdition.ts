import {existsSync} from "node:fs";
import path from "node:path";
import {auditRelease, readSignedCells, type Audit, type PeopleProof} from "../audit/index.ts";
import type {Project} from "../publication/index.ts";
import {isPublished, latestRelease, readLedger, readMade, readRelease, type Release} from "../release/index.ts";
import {findProof} from "./findProof.ts";
import {ledgerFolder, outputsOf, signOffFolder} from "./outputs.ts";
import {releaseFaults} from "./releaseFaults.ts";
import {UsageError} from "./UsageError.ts";
import {withdrawnBy} from "./withdrawnBy.ts";

/** Which release to audit, and with what. Files are absolute. */
export interface AuditRequest {
  readonly project: Project;
  readonly edition: string;
  /** The release to audit where it is not the one in the project's ledger. */
  readonly release?: string;
  readonly signOff?: string;
  /** ISO date. */
  readonly today: string;
}

/** An audit of an edition's release. */
export interface EditionAudit extends Audit {
  readonly release: Release;
  /** What cannot be true of it, or is not as its report has it: see `releaseFaults`. */
  readonly faults: readonly string[];
  /** What its certificate on people proves; absent where none is at hand. */
  readonly proof?: PeopleProof;
}

/**
 * Audits the release of an edition together with everything in the ledger, but drafts of the same edition in whose
 * place it may come; and counts its certificate on people again, where that lies beside the sign-off. Throws
 * DisclosureError where the certificate is not the release's, or does not prove it.
 */
export async function auditEdition({project, edition, release, signOff, today}: AuditRequest): Promise<EditionAudit> {
  const ledger = ledgerFolder(project.root);
  const latest = latestRelease(ledger, edition);
  const isInLedger = release === undefined || path.resolve(release) === path.resolve(latest);
  const isEarlier = (one: Release): boolean =>
    one.edition.id !== edition || one.number !== undefined || (!isInLedger && isPublished(one, today));
  const file = release ?? latest;
  const text = readText(file);
  const audited = readRelease(text, file);
  const earlier = readLedger(ledger).filter(isEarlier);
  const audit = await auditRelease(audited, {
    earlier,
    withdrawn: withdrawnBy(audited, project),
    ...(signOff !== undefined && {signed: readSignedCells(readText(signOff), signOff)}),
  });
  const own = isInLedger
    ? path.join(signOffFolder(outputsOf(project.root).signOff, edition), "sign-off.json")
    : undefined;
  // A release that is not as it was made has no proof.
  const faults = releaseFaults(audited, project);
  const signed = faults.length > 0 ? undefined : (signOff ?? own);
  const proof = signed === undefined ? undefined : findProof({release: audited, text, earlier, signOff: signed});
  return {...audit, release: audited, faults, ...(proof && {proof})};
}

function readText(file: string): string {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist. Make the release first, or name another file.`);
  return readMade(file);
}
