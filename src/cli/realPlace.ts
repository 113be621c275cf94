import {existsSync, realpathSync} from "node:fs";
import path from "node:path";

/** Whether a path is a folder or lies in it, by real paths: whatever links lead there, and whether or not it exists yet. */
export function liesIn(place: string, folder: string): boolean {
  const way = path.relative(realPlace(folder), realPlace(place));
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** The real path of what exists of a path, with the rest of it. */
function realPlace(place: string): string {
  if (existsSync(place)) return realpathSync.native(place);
  const parent = path.dirname(place);
  return parent === place ? place : path.join(realPlace(parent), path.basename(place));
}
