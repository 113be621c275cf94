import {auditRelease, DisclosureError, type Audit} from "../../audit/index.ts";
import {readRelease, type Release} from "../../release/index.ts";

/** A release as it would be written, and what it is audited with. */
export interface ReleaseUnderAudit {
  readonly edition: string;
  /** Text of the release. */
  readonly text: string;
  /** Every release that was published before. */
  readonly published: readonly Release[];
  /** Keys of the cells that are unsafe by themselves. */
  readonly primaries: readonly string[];
}

/**
 * The last step before a release leaves: attacks it together with everything published before. Throws
 * DisclosureError where it cannot be proved safe; the message names cells and never what they could be.
 */
export async function auditBeforeRelease({edition, text, published, primaries}: ReleaseUnderAudit): Promise<Audit> {
  const release = readRelease(text, `the release of ${edition}`);
  const audit = await auditRelease(release, {earlier: published, primaries});
  if (audit.report.passes) return audit;
  const {givenAway, undecided} = audit.report;
  const cells = [...givenAway.map(({key}) => key), ...undecided].map((key) => `  ${key}`);
  throw new DisclosureError(
    `The audit could not prove the release of ${edition} safe, and nothing was written.\n${cells.join("\n")}\n` +
      "Merge categories, or leave a total or a sentence out, so that these cells cannot be worked out.",
  );
}
