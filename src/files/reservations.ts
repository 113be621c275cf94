import {closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {z} from "zod";
import {isMountPoint} from "./mountPoints.ts";
import {makeFolder, removeEmpty, uppermostMissing} from "./missingFolders.ts";
import {folderIdentity} from "./folderIdentity.ts";
import {systemCode, PlaceError} from "./PlaceError.ts";
import {syncPlace} from "./syncTree.ts";
import {writeWhole} from "./writeWhole.ts";
import {writtenPath} from "./writtenPath.ts";

const reservation = z.strictObject({
  file: z.string(),
  /** The uppermost folder that is made for it. */
  made: z.string().optional(),
});
type Reservation = Readonly<z.output<typeof reservation>>;

const schema = z.strictObject({reservations: z.array(reservation)});

const [list, ending] = ["reservations.json", ".smallprint-reserved"] as const;

/** How long a reservation of another build is waited for, and how long between two looks, in milliseconds. */
const [patience, pause] = [5_000, 100] as const;

/**
 * Reservations places out of the project, which builds of other projects may name as well: between the first move and the last
 * one no other build may replace anything there, nor before what a killed one has begun is undone. A reservation is a file
 * beside the output, or in it where something is mounted on it, that says whose it is; it is noted in the staging folder
 * before it is made. Throws PlaceError where another build has reserved a place.
 */
export function reservePlaces(staging: string, places: readonly string[], root: string): void {
  const outside = places.filter((place) => path.isAbsolute(writtenPath(place, root)));
  if (outside.length === 0) return;
  // All builds reserve in one order: none waits for another that waits for it.
  const wanted = outside.map(reservationOf).toSorted((one, other) => (one.file < other.file ? -1 : 1));
  writeWhole(path.join(staging, list), JSON.stringify(schema.parse({reservations: wanted})));
  for (const {file} of wanted) makeReservation(file, staging);
}

/** Whether every reservation that a build noted is still its own. Without that nobody knows whose outputs stand there. */
export function holdsReservations(staging: string): boolean {
  return reservationsOf(staging).every(({file}) => isOwn(file, staging));
}

/** Gives up the reservations of a build, where they are its own, and folders that were made for them and hold nothing else. */
export function giveUpReservations(staging: string): void {
  for (const {file, made} of reservationsOf(staging)) {
    if (isOwn(file, staging)) {
      rmSync(file, {force: true});
      syncPlace(path.dirname(file));
    }
    if (made !== undefined) removeEmpty(path.dirname(file), made);
  }
}

/** Whether a file is a reservation, and so no output. */
export function isReservation(name: string): boolean {
  return name.endsWith(ending);
}

function reservationOf(place: string): Reservation {
  const isWithin = isMountPoint(place);
  const folder = isWithin ? place : path.dirname(place);
  const made = uppermostMissing(folder);
  return {
    file: path.join(folder, isWithin ? ending : `.${path.basename(place)}${ending}`),
    ...(made !== undefined && {made}),
  };
}

function makeReservation(file: string, staging: string): void {
  makeFolder(path.dirname(file));
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
  for (const until = Date.now() + patience; ;) {
    try {
      return openSync(file, "wx");
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
      if (Date.now() > until) throw new PlaceError(file, reserved(file));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
}

function reserved(file: string): string {
  const [, whose = "another project"] = readIfThere(file).trim().split("\n");
  return `a build of another project puts its outputs here, or was killed while it did (${whose}). Try again; if that does not help, call any command in that project, which puts this place in order. Where the project is gone, look whether the outputs here are whole, then remove this file.`;
}

function reservationsOf(staging: string): readonly Reservation[] {
  const file = path.join(staging, list);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))).reservations : [];
}

/** A build that is killed while it writes leaves the beginning of its own text, which nobody else writes over. */
function isOwn(file: string, staging: string): boolean {
  if (!existsSync(file)) return false;
  const [whose] = readIfThere(file).split("\n");
  return textOf(staging).startsWith(whose ?? "");
}

/** What tells a build from every other, wherever its project was moved since, and where it was. */
function textOf(staging: string): string {
  return `${path.basename(staging)} ${folderIdentity(staging)}\n${staging}\n`;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    return "";
  }
}
