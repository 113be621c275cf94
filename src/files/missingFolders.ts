import {existsSync, mkdirSync, readdirSync, rmdirSync} from "node:fs";
import path from "node:path";
import {systemCode} from "./PlaceError.ts";

/** The uppermost folder that has to be made so that a folder is there; nothing where it is. */
export function uppermostMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return uppermostMissing(path.dirname(folder)) ?? folder;
}

/**
 * Makes a folder with those around it. Node's own way tries for ever where the system says of a folder that is there that
 * it is not, as below /proc.
 */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, {mode});
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

/** Removes a folder and those around it up to `last`, where nothing is in them. */
export function removeEmpty(folder: string, last: string): void {
  // Of several that were to be made some may be missing.
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
  if (folder !== last) removeEmpty(path.dirname(folder), last);
}
