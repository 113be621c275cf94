import path from "node:path";
import {systemCode, realPlace} from "../files/index.ts";

/**
 * Whether a path is a folder or lies in it, by real paths: whatever links lead there, and whether or not it exists yet.
 * Throws PlaceError for a link that leads nowhere.
 */
export function liesIn(place: string, folder: string): boolean {
  const way = path.relative(wouldBe(folder), wouldBe(place));
  return way === "" || !(way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

/** The real path; below a file, where nothing can be, the one that there would be. */
function wouldBe(place: string): string {
  try {
    return realPlace(place);
  } catch (error) {
    if (systemCode(error) !== "ENOTDIR") throw error;
    return path.join(wouldBe(path.dirname(place)), path.basename(place));
  }
}
