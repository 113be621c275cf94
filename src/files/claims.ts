import {closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {z} from "zod";
import {isMountPoint} from "./mountPoints.ts";
import {removeEmpty, uppermostMissing} from "./missingFolders.ts";
import {placeOf} from "./placeOf.ts";
import {codeOf, PlaceError} from "./PlaceError.ts";
import {syncPlace} from "./syncTree.ts";
import {writeWhole} from "./writeWhole.ts";
import {writtenPath} from "./writtenPath.ts";

const claim = z.strictObject({
  file: z.string(),
  /** The uppermost folder that is made for it. */
  made: z.string().optional(),
});
type Claim = Readonly<z.output<typeof claim>>;

const schema = z.strictObject({claims: z.array(claim)});

const [list, ending] = ["claims.json", ".smallprint-claim"] as const;

/** How long a claim of another build is waited for, and how long between two looks, in milliseconds. */
const [patience, pause] = [5_000, 100] as const;

/**
 * Claims places out of the project, which builds of other projects may name as well: between the first move and the last
 * one no other build may replace anything there, nor before what a killed one has begun is undone. A claim is a file
 * beside the output, or in it where something is mounted on it, that says whose it is; it is noted in the staging folder
 * before it is made. Throws PlaceError where another build has claimed a place.
 */
export function claimPlaces(staging: string, places: readonly string[], root: string): void {
  const outside = places.filter((place) => path.isAbsolute(writtenPath(place, root)));
  if (outside.length === 0) return;
  // All builds claim in one order: none waits for another that waits for it.
  const claims = outside.map(claimOf).toSorted((one, other) => (one.file < other.file ? -1 : 1));
  writeWhole(path.join(staging, list), JSON.stringify(schema.parse({claims})));
  for (const {file} of claims) makeClaim(file, staging);
}

/** Whether every claim that a build noted is still its own. Without that nobody knows whose outputs stand there. */
export function holdsClaims(staging: string): boolean {
  return claimsOf(staging).every(({file}) => isOwn(file, staging));
}

/** Gives up the claims of a build, where they are its own, and folders that were made for them and hold nothing else. */
export function releaseClaims(staging: string): void {
  for (const {file, made} of claimsOf(staging)) {
    if (isOwn(file, staging)) {
      rmSync(file, {force: true});
      syncPlace(path.dirname(file));
    }
    if (made !== undefined) removeEmpty(path.dirname(file), made);
  }
}

/** Whether a file is a claim, and so no output. */
export function isClaim(name: string): boolean {
  return name.endsWith(ending);
}

function claimOf(place: string): Claim {
  const isWithin = isMountPoint(place);
  const folder = isWithin ? place : path.dirname(place);
  const made = uppermostMissing(folder);
  return {
    file: path.join(folder, isWithin ? ending : `.${path.basename(place)}${ending}`),
    ...(made !== undefined && {made}),
  };
}

function makeClaim(file: string, staging: string): void {
  mkdirSync(path.dirname(file), {recursive: true});
  const open = openNew(file);
  try {
    writeFileSync(open, textOf(staging));
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  syncPlace(path.dirname(file));
}

/** Opens a file that nobody else has made, once nobody else has it any more. */
function openNew(file: string): number {
  for (const until = Date.now() + patience; ; ) {
    try {
      return openSync(file, "wx");
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      if (Date.now() > until) throw new PlaceError(file, claimed(file));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

function claimed(file: string): string {
  const [, whose = "another project"] = readIfThere(file).trim().split("\n");
  return `a build of another project puts its outputs here, or was killed while it did (${whose}). Try again; if that does not help, call any command in that project, which puts this place in order. Where the project is gone, look whether the outputs here are whole, then remove this file.`;
}

function claimsOf(staging: string): readonly Claim[] {
  const file = path.join(staging, list);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))).claims : [];
}

/** A build that is killed while it writes leaves the beginning of its own text, which nobody else writes over. */
function isOwn(file: string, staging: string): boolean {
  if (!existsSync(file)) return false;
  const [whose] = readIfThere(file).split("\n");
  return textOf(staging).startsWith(whose ?? "");
}

/** What tells a build from every other, wherever its project was moved since, and where it was. */
function textOf(staging: string): string {
  return `${path.basename(staging)} ${placeOf(staging)}\n${staging}\n`;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return "";
  }
}
