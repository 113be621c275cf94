import path from "node:path";
import {auditRelease, describeReport, DisclosureError} from "../audit/index.ts";
import {editionsAsked, loadPublication, type Project} from "../publication/index.ts";
import {findRelease, isPublished, readLedger, readReleaseOf, saysTheSame, type Release} from "../release/index.ts";
import {ledgerFolder} from "./outputs.ts";
import {releaseFaults} from "./releaseFaults.ts";
import {withdrawnBy} from "./withdrawnBy.ts";

/** The site that is to be built. */
export interface ReleasesRead {
  readonly project: Project;
  /** Editions of the site. */
  readonly editions: readonly string[];
  /** Those whose releases were made, and audited, just now. */
  readonly fresh: readonly string[];
  /** Folders that hold `<edition>/release.json`; the first that has an edition's is read. */
  readonly releases: readonly string[];
  /** ISO date. */
  readonly today: string;
}

/**
 * Audits every release that a site is made from and that was not made just now: of its editions, and of those that their
 * texts compare with or ask. Whoever wrote it, it may have been changed since. Throws DisclosureError for one that does
 * not pass.
 */
export async function refuseFaulty(site: ReleasesRead): Promise<void> {
  const {project, editions, fresh, releases} = site;
  const asked = new Set(editions.flatMap((edition) => [...editionsAsked(loadPublication(project, edition)).values()]));
  for (const edition of [...asked].filter((one) => !fresh.includes(one))) {
    const file = findRelease(edition, releases);
    // That a release is missing is told by whoever asks it.
    if (file !== undefined) await refuseRelease(readReleaseOf(edition, file), file, site);
  }
}

async function refuseRelease(release: Release, file: string, {project, today}: ReleasesRead): Promise<void> {
  const faults = releaseFaults(release, project);
  const place = path.relative(project.root, file);
  if (faults.length > 0) throw refused(place, faults);
  const earlier = readLedger(ledgerFolder(project.root)).filter((other) => isKnownBeside(other, release, today));
  const {report} = await auditRelease(release, {earlier, withdrawn: withdrawnBy(release, project)});
  if (!report.passes) throw refused(place, ["it does not withstand the audit"], describeReport(report));
}

/** Whether a release of the ledger is known besides another one, which may itself stand there. */
function isKnownBeside(other: Release, release: Release, today: string): boolean {
  if (other.edition.id !== release.edition.id) return true;
  return isPublished(other, today) && !saysTheSame(other, release);
}

/** Faults of a release that somebody wrote by hand may be many. */
const told = 12;

function refused(place: string, faults: readonly string[], findings?: string): DisclosureError {
  const more = faults.length > told ? [`and ${faults.length - told} more`] : [];
  const lines = [...faults.slice(0, told), ...more].map((fault) => `  ${fault}`);
  return new DisclosureError(
    `${place}: no site can be made from this release, because it is not as it was made, or no longer safe:\n${lines.join("\n")}\n` +
      'Put the file back as it was released, or make it again where the extracts are; "smallprint audit" tells more.',
    findings,
  );
}
