import {chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import path from "node:path";
import {systemCode, PlaceError} from "./PlaceError.ts";
import {syncTree} from "./syncTree.ts";

/**
 * Renames a file or folder. Where `to` lies on another device or mount it is copied into the folder of `to` first, under
 * the name `aside`, and onto the disk: it appears whole in any case. A file takes the place of one that stands there.
 */
export function moveInto(from: string, to: string, aside: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (systemCode(error) !== "EXDEV") throw error;
    copyWhole(from, aside);
    renameSync(aside, to);
    rmSync(from, {recursive: true});
  }
}

/**
 * Copies a file or folder onto the disk with the rights that each has, and looks whether all of it arrived. What stood at
 * `to` goes.
 */
export function copyWhole(from: string, to: string): void {
  rmSync(to, {recursive: true, force: true});
  // Copied folders come with the rights of any new one: nobody else may look in until they have their own.
  if (lstatSync(from).isDirectory()) mkdirSync(to, {mode: 0o700});
  cpSync(from, to, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true});
  refuseShort(from, to);
  giveRights(from, to);
  syncTree(to);
}

/** Gives every folder of a copy the rights of its original, the innermost first: one may be closed to its owner. */
function giveRights(from: string, to: string): void {
  const stat = lstatSync(from);
  if (!stat.isDirectory()) return;
  for (const name of readdirSync(from)) giveRights(path.join(from, name), path.join(to, name));
  chmodSync(to, stat.mode & 0o7777);
}

function refuseShort(from: string, to: string): void {
  const [one, other] = [lstatSync(from), lstatSync(to)];
  if (one.isDirectory()) {
    for (const name of readdirSync(from)) refuseShort(path.join(from, name), path.join(to, name));
  } else if (one.isFile() && (one.size !== other.size || !readFileSync(from).equals(readFileSync(to)))) {
    throw new PlaceError(to, "the copy is not the same as the original. Look for room on the disk, and build again.");
  }
}
