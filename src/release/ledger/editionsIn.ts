import {lstatSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {ReleaseError} from "../ReleaseError.ts";

/**
 * The names of the folders that a ledger holds, links followed. Throws ReleaseError for what is there and cannot be read:
 * what was published is never passed over.
 */
export function editionsIn(folder: string): readonly string[] {
  if (!isThere(folder)) return [];
  return readAt(folder, () => readdirSync(folder))
    .filter((name) => isThere(join(folder, name)) && statSync(join(folder, name)).isDirectory())
    .toSorted();
}

/** Whether a file or folder is there. Throws ReleaseError for a link that leads nowhere: what is behind it is not known. */
export function isThere(place: string): boolean {
  return readAt(place, () => {
    if (lstatSync(place, {throwIfNoEntry: false}) === undefined) return false;
    statSync(place);
    return true;
  });
}

/** Does a reading of the ledger; throws ReleaseError, with the system's reason, where it fails. */
export function readAt<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const reason = `this belongs to the ledger of what was published, and cannot be read (${String(error.code)})`;
    throw new ReleaseError(place, `${reason}. Mount what it leads to, or see who may read it`);
  }
}
