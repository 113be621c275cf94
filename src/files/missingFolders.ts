import {existsSync, readdirSync, rmdirSync} from "node:fs";
import path from "node:path";

/** The uppermost folder that has to be made so that a folder is there; nothing where it is. */
export function uppermostMissing(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  return uppermostMissing(path.dirname(folder)) ?? folder;
}

/** Removes a folder and those around it up to `last`, where nothing is in them. */
export function removeEmpty(folder: string, last: string): void {
  if (!existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  if (folder !== last) removeEmpty(path.dirname(folder), last);
}
