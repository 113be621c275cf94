import {cpSync, existsSync, mkdirSync} from "node:fs";
import path from "node:path";
import type {FileMove, Staging} from "../files/index.ts";
import {
  isPublished,
  latestRelease,
  readReleaseOf,
  replacedRelease,
  replacedReleases,
  saysTheSame,
} from "../release/index.ts";
import {releaseFile, signOffFolder, type Outputs} from "./outputs.ts";
import {signOffStaging} from "./signOffStaging.ts";

/** A release that stands ready in the staging folder. */
export interface StagedRelease {
  readonly edition: string;
  readonly staging: Staging;
  readonly outputs: Outputs;
  /** ISO date. */
  readonly today: string;
  /** Editions whose earlier releases the ledger forgets. */
  readonly forgotten: readonly string[];
}

/**
 * Where what the confidential stage left in the staging folder shall stand, file by file: what else lies in the folders
 * of the ledger is not ours. In the ledger a release that was published is kept beside the one that takes its place,
 * where the two do not say the same or that one is a draft; it is there before that one comes, so that no reader ever misses it.
 */
export function releaseMoves(staged: StagedRelease): readonly FileMove[] {
  const {edition, staging, outputs} = staged;
  const latest = {from: releaseFile(staging.folder, edition), to: releaseFile(outputs.data, edition)};
  const signOff = {from: signOffStaging(edition, staged).path, to: signOffFolder(outputs.signOff, edition)};
  if (!outputs.isLedger) return [latest, signOff];
  if (!staged.forgotten.includes(edition)) return [...keepReplaced(staged), latest, signOff];
  const forgotten = replacedReleases(path.join(outputs.data, "releases"), edition);
  return [latest, ...forgotten.map(({file}) => ({to: file})), signOff];
}

/** The latest release as one that was replaced, where the ledger shall go on keeping it. */
function keepReplaced({edition, staging, outputs, today}: StagedRelease): readonly FileMove[] {
  const [from, to] = [outputs.data, staging.folder].map((data) => path.join(data, "releases")) as [string, string];
  const latest = latestRelease(from, edition);
  if (!existsSync(latest)) return [];
  const old = readReleaseOf(edition, latest);
  const next = readReleaseOf(edition, latestRelease(to, edition));
  if (!isPublished(old, today)) return [];
  // A draft that says the same would let what was published be forgotten with the release after it.
  if (isPublished(next, today) && saysTheSame(old, next)) return [];
  const number = 1 + Math.max(0, ...replacedReleases(from, edition).map((one) => one.number));
  const ready = replacedRelease(to, {edition, number});
  mkdirSync(path.dirname(ready), {recursive: true});
  cpSync(latest, ready);
  return [{from: ready, to: replacedRelease(from, {edition, number})}];
}
