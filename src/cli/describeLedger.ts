import path from "node:path";
import {isPublished, readReleaseOf, replacedReleases} from "../release/index.ts";
import {releaseFile} from "./outputs.ts";
import type {StagedRelease} from "./releaseMoves.ts";

/** What becomes of a release that stands ready: whether it counts as published, and what it replaces. */
export function describeLedger({edition, staging, outputs, today}: StagedRelease): readonly string[] {
  if (!outputs.isLedger) return [`A trial of ${edition}: it was not published, and data/releases/ stays as it is.`];
  const file = releaseFile(staging.folder, edition);
  const release = readReleaseOf(edition, file);
  if (!isPublished(release, today)) {
    const day = release.edition.published;
    return [`A draft of ${edition} until its day of publication, ${day}: the next release takes its place.`];
  }
  const [newest] = replacedReleases(path.join(staging.folder, "releases"), edition);
  if (newest === undefined) return [];
  return [`Revised ${edition}: what it printed before is kept as replaced/${newest.number}.json, and stays known.`];
}
