import {
  auditRelease,
  describeReport,
  DisclosureError,
  signedCells,
  type Audit,
  type AuditReport,
} from "../../audit/index.ts";
import {readRelease, saysTheSame, type Release} from "../../release/index.ts";
import type {SignOff} from "./signOff.ts";

/** A release as it would be written, and what it is audited with. */
export interface ReleaseUnderAudit {
  readonly edition: string;
  /** Text of the release. */
  readonly text: string;
  /** Every release that was published before. */
  readonly published: readonly Release[];
  /** Keys of counts that are known from before, and that the analyst has given up. */
  readonly withdrawn: ReadonlySet<string>;
  readonly signOff: SignOff;
}

/** Undecided counts that a message names: a part that is too large to decide may hold thousands. */
const mostUndecided = 12;

/**
 * The last step before a release leaves: attacks it together with everything published before. Throws
 * DisclosureError where it cannot be proved safe; the message names cells and never what they could be.
 */
export async function auditBeforeRelease(under: ReleaseUnderAudit): Promise<Audit> {
  const {edition, text, published, withdrawn, signOff} = under;
  const release = readRelease(text, `the release of ${edition}`);
  const audit = await auditRelease(release, {
    earlier: beside(release, published),
    withdrawn: [...withdrawn],
    signed: signedCells(signOff),
  });
  const {passes, printedBefore} = audit.report;
  if (passes) return audit;
  const lost = printedBefore.filter(({isUnsafe, isWithdrawn}) => isUnsafe && !isWithdrawn);
  const findings = describeReport(audit.report);
  throw lost.length > 0
    ? new DisclosureError(cannotBeUnpublished(edition, lost), findings)
    : new DisclosureError(notProved(audit.report, release), findings);
}

/** What stays known beside a release: one that says the same goes, any other of the edition is numbered as the ledger will. */
function beside(release: Release, published: readonly Release[]): readonly Release[] {
  const own = published.filter(({edition}) => edition.id === release.edition.id);
  const next = 1 + Math.max(0, ...own.map(({number = 0}) => number));
  return published.flatMap((one) => {
    if (!own.includes(one) || one.number !== undefined) return [one];
    return saysTheSame(one, release) ? [] : [{...one, number: next}];
  });
}

/** Small counts that an earlier release printed, and what to write where they shall be withheld from now on. */
function cannotBeUnpublished(edition: string, lost: AuditReport["printedBefore"]): string {
  const cells = lost.map((cell) => `  ${cell.key}, printed in ${cell.edition}`);
  const keys = [...new Set(lost.map(({key}) => `"${key}"`))].join(", ");
  return (
    "These counts are small and would be withheld now, but they were printed before. That cannot be unpublished:\n" +
    `${cells.join("\n")}\n` +
    `To withhold them from now on all the same, say so in reports/${edition}/report.yaml, under revisions, beside date, reason and affects:\n` +
    `    withdraws: [${keys}]`
  );
}

function notProved(report: AuditReport, release: Release): string {
  const {givenAway, derivable, means, undecided, notProved: leftOut} = report;
  const {printedUnsafe, unfounded, contradiction, editions} = report;
  const cells = [
    ...[...givenAway, ...derivable, ...means].map(({key}) => `  ${key}`),
    ...printedUnsafe.map((key) => `  ${key}, printed although the policy withholds such counts`),
    ...unfounded.map((key) => `  ${key}, marked as of too few although the counts beside it do not say so`),
    ...undecided.slice(0, mostUndecided).map((key) => `  ${key}, not decided within the limit of work`),
    ...leftOut.map((one) => `  ${one}`),
    ...(contradiction.length > 0 ? ["  the printed numbers contradict each other"] : []),
  ];
  const [, ...others] = editions;
  const together = others.length === 0 ? "" : `, together with ${others.join(", ")}`;
  return (
    `The audit could not prove the release of ${release.edition.id} safe${together}, and nothing was written.\n${cells.join("\n")}\n` +
    "Merge categories, or leave a total or a sentence out, so that these cells cannot be worked out."
  );
}
