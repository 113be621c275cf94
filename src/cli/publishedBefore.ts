import {isMadeUp, isPublished, readLedger, type Release} from "../release/index.ts";
import {ledgerFolder} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** Which edition is made, and what counts as published before it. */
export interface LedgerQuestion {
  readonly root: string;
  readonly edition: string;
  /** Folder with `releases/` of the editions that were made in the same run: they are published together with this one. */
  readonly out: string;
  /** ISO date. */
  readonly today: string;
  /** Editions whose earlier releases shall be forgotten: made-up ones only. */
  readonly forgotten: readonly string[];
}

/**
 * The releases that count as published when a release of an edition is made: all that the ledger keeps of other
 * editions; of this one, and of those made in the same run, what was published by today, and what is made now. Throws
 * UsageError where an edition of real records shall be forgotten.
 */
export function publishedBefore({root, edition, out, today, forgotten}: LedgerQuestion): readonly Release[] {
  const folder = ledgerFolder(root);
  refuseToForget(folder, forgotten);
  const made = readLedger(`${out}/releases`).filter((release) => release.edition.id !== edition);
  const renewed = new Set([edition, ...made.map((release) => release.edition.id)]);
  const standing = readLedger(folder, forgotten).filter(
    (release) => !renewed.has(release.edition.id) || isPublished(release, today),
  );
  return [...standing, ...made];
}

function refuseToForget(folder: string, forgotten: readonly string[]): void {
  const real = forgotten.find((edition) => !isMadeUp(folder, edition));
  if (real === undefined) return;
  throw new UsageError(
    `--afresh: ${real} was released from real records, and what was published cannot be forgotten. Leave --afresh away.`,
  );
}
