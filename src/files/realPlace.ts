import {lstatSync, realpathSync} from "node:fs";
import path from "node:path";
import {systemCode, PlaceError} from "./PlaceError.ts";

/**
 * The real path of what exists of a path, with the rest of it. Throws PlaceError for a link that leads nowhere: what is
 * behind it cannot be known to be absent.
 */
export function realPlace(place: string): string {
  try {
    return realpathSync.native(place);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  if (lstatSync(place, {throwIfNoEntry: false})?.isSymbolicLink() === true) {
    throw new PlaceError(place, "this link leads nowhere. Mount or make what it leads to, or remove the link.");
  }
  return path.join(realPlace(path.dirname(place)), path.basename(place));
}
