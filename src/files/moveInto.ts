import {cpSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import path from "node:path";
import {codeOf, PlaceError} from "./PlaceError.ts";
import {syncTree} from "./syncTree.ts";

/**
 * Renames a file or folder. Where `to` lies on another device or mount it is copied into the folder of `to` first, under
 * the name `aside`, and onto the disk: it appears whole in any case. A file takes the place of one that stands there.
 */
export function moveInto(from: string, to: string, aside: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    copyWhole(from, aside);
    renameSync(aside, to);
    rmSync(from, {recursive: true});
  }
}

/** Copies a file or folder onto the disk, and looks whether all of it arrived. What stood at `to` goes. */
export function copyWhole(from: string, to: string): void {
  rmSync(to, {recursive: true, force: true});
  cpSync(from, to, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true});
  refuseShort(from, to);
  syncTree(to);
}

function refuseShort(from: string, to: string): void {
  const [one, other] = [lstatSync(from), lstatSync(to)];
  if (one.isDirectory()) {
    for (const name of readdirSync(from)) refuseShort(path.join(from, name), path.join(to, name));
  } else if (one.isFile() && (one.size !== other.size || !readFileSync(from).equals(readFileSync(to)))) {
    throw new PlaceError(to, "the copy is not the same as the original. Look for room on the disk, and build again.");
  }
}
