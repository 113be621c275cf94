import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {auditRelease, DisclosureError, type Audit} from "../../audit/index.ts";
import {readRelease, type Release} from "../../release/index.ts";

/** A release as it would be written, and what it is audited with. */
export interface ReleaseUnderAudit {
  readonly edition: string;
  /** Text of the release. */
  readonly text: string;
  /** Folder of the ledger: `<edition>/release.json` for every edition published before. */
  readonly ledger: string;
  /** Keys of the cells that are unsafe by themselves. */
  readonly primaries: readonly string[];
}

/**
 * The last step before a release leaves: attacks it together with the other editions of the ledger. Throws
 * DisclosureError where it cannot be proved safe; the message names cells and never what they could be.
 */
export async function auditBeforeRelease({edition, text, ledger, primaries}: ReleaseUnderAudit): Promise<Audit> {
  const release = readRelease(text, `the release of ${edition}`);
  const audit = await auditRelease(release, {earlier: otherEditions(ledger, edition), primaries});
  if (audit.report.passes) return audit;
  const {givenAway, undecided} = audit.report;
  const cells = [...givenAway.map(({key}) => key), ...undecided].map((key) => `  ${key}`);
  throw new DisclosureError(
    `The audit could not prove the release of ${edition} safe, and nothing was written.\n${cells.join("\n")}\n` +
      "Merge categories, or leave a total or a sentence out, so that these cells cannot be worked out.",
  );
}

function otherEditions(ledger: string, edition: string): readonly Release[] {
  if (!existsSync(ledger)) return [];
  return readdirSync(ledger)
    .filter((name) => name !== edition)
    .toSorted()
    .map((name) => join(ledger, name, "release.json"))
    .filter((file) => existsSync(file))
    .map((file) => readRelease(readFileSync(file, "utf8"), file));
}
