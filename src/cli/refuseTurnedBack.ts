import {existsSync} from "node:fs";
import {isPublished, readReleaseOf} from "../release/index.ts";
import type {Environment} from "./environment.ts";
import {releaseFile, type Outputs} from "./outputs.ts";
import {UsageError} from "./UsageError.ts";

/** Which editions are made anew, and where. */
export interface MadeAnew {
  readonly editions: readonly string[];
  readonly outputs: Outputs;
  /** Editions whose earlier releases shall be forgotten anyway. */
  readonly forgotten: readonly string[];
}

/**
 * Refuses to make a release in the ledger as of a day before that on which the one in its place was published: it would
 * pass for a draft, and be forgotten. The clock decides here on no byte of the outputs, only on whether there are any.
 * Throws UsageError.
 */
export function refuseTurnedBack(
  {editions, outputs, forgotten}: MadeAnew,
  {today, byClock}: Pick<Environment, "today" | "byClock">,
): void {
  if (!outputs.isLedger) return;
  for (const edition of editions.filter((one) => !forgotten.includes(one))) {
    const file = releaseFile(outputs.data, edition);
    if (!existsSync(file)) continue;
    const release = readReleaseOf(edition, file);
    if (isPublished(release, today) || !isPublished(release, byClock)) continue;
    throw new UsageError(
      `--today ${today}: ${edition} was published on ${release.edition.published ?? "a later day"}, and what was published cannot be forgotten. Name that day or a later one, or make a trial with --out.`,
    );
  }
}
