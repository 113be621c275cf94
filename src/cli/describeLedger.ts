import path from "node:path";
import {isPublished, readLedger, readReleaseOf, replacedReleases, type Release} from "../release/index.ts";
import {releaseFile} from "./outputs.ts";
import type {StagedRelease} from "./releaseMoves.ts";

/** What becomes of a release that stands ready: whether it counts as published, and what it replaces. */
export function describeLedger({edition, staging, outputs, today}: StagedRelease): readonly string[] {
  if (!outputs.isLedger) return [`A trial of ${edition}: it was not published, and data/releases/ stays as it is.`];
  const file = releaseFile(staging.folder, edition);
  const release = readReleaseOf(edition, file);
  const [newest] = replacedReleases(path.join(staging.folder, "releases"), edition);
  return [
    ...(isPublished(release, today) ? [] : [describeDraft(release)]),
    ...(newest === undefined
      ? []
      : [`Revised ${edition}: what it printed before is kept as replaced/${newest.number}.json, and stays known.`]),
  ];
}

function describeDraft({edition: {id, published}}: Release): string {
  if (published === undefined) {
    return `A draft of ${id}: the next release takes its place. To publish it, write the day as published in reports/${id}/report.yaml.`;
  }
  return `A draft of ${id} until its day of publication, ${published}: the next release takes its place; on that day it counts as published by itself.`;
}

/**
 * Says that a release which stands ready is the first of its edition to count as published; nothing where it does not,
 * or an earlier one did. Asked before the ledger changes.
 */
export function announcePublication({edition, staging, outputs, today}: StagedRelease): readonly string[] {
  if (!outputs.isLedger) return [];
  const release = readReleaseOf(edition, releaseFile(staging.folder, edition));
  const before = readLedger(path.join(outputs.data, "releases")).filter((one) => one.edition.id === edition);
  if (!isPublished(release, today) || before.some((one) => isPublished(one, today))) return [];
  return [
    `*** PUBLISHED FOR THE FIRST TIME: ${edition}, day of publication ${release.edition.published ?? ""}. What it prints is known from now on, and cannot be unpublished. ***`,
  ];
}
