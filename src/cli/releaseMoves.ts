import {cpSync, existsSync, readFileSync} from "node:fs";
import path from "node:path";
import {
  isPublished,
  latestRelease,
  readRelease,
  replacedRelease,
  replacedReleases,
  saysTheSame,
  type Release,
} from "../release/index.ts";
import {releaseFile, signOffFolder, type Outputs} from "./outputs.ts";
import {signOffStaging} from "./signOffStaging.ts";
import type {Move} from "./staging.ts";

/** A release that stands ready in the staging folder. */
export interface StagedRelease {
  readonly edition: string;
  readonly staging: string;
  readonly outputs: Outputs;
  /** ISO date. */
  readonly today: string;
  /** Editions whose earlier releases the ledger forgets. */
  readonly forgotten: readonly string[];
}

/**
 * Where what the confidential stage left in the staging folder shall stand. In the ledger a release that was published
 * is kept beside the one that takes its place, where the two do not say the same.
 */
export function releaseMoves(staged: StagedRelease): readonly Move[] {
  const {edition, staging, outputs} = staged;
  const {ready, keep} = signOffStaging(edition, staged);
  const signOff = {from: ready.path, to: signOffFolder(outputs.signOff, edition), keep};
  if (!outputs.isLedger) {
    return [{from: releaseFile(staging, edition), to: releaseFile(outputs.data, edition)}, signOff];
  }
  if (!staged.forgotten.includes(edition)) keepReplaced(staged);
  // The whole folder moves, so that a release and those that it replaces are put in place together or not at all.
  const folder = (data: string): string => path.dirname(releaseFile(data, edition));
  return [{from: folder(staging), to: folder(outputs.data)}, signOff];
}

/** Copies into the staging folder what the ledger shall go on keeping of an edition. */
function keepReplaced({edition, staging, outputs, today}: StagedRelease): void {
  const [from, to] = [outputs.data, staging].map((data) => path.join(data, "releases")) as [string, string];
  const kept = replacedReleases(from, edition);
  for (const {file, number} of kept) cpSync(file, replacedRelease(to, {edition, number}));
  const latest = latestRelease(from, edition);
  if (!existsSync(latest)) return;
  const old = readFile(latest);
  if (!isPublished(old, today) || saysTheSame(old, readFile(latestRelease(to, edition)))) return;
  const number = 1 + Math.max(0, ...kept.map((one) => one.number));
  cpSync(latest, replacedRelease(to, {edition, number}));
}

function readFile(file: string): Release {
  return readRelease(readFileSync(file, "utf8"), file);
}
