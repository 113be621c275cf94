import {existsSync, rmSync} from "node:fs";
import path from "node:path";
import {FileLock} from "./FileLock.ts";
import {LockError} from "./LockError.ts";
import {systemCode} from "./PlaceError.ts";

/** The file in a folder that its process holds locked. */
export const owner = "owner.lock";

/** A folder that its process holds locked, so that others can tell whether it is at work. */
export interface LockedFolder {
  readonly path: string;
  readonly lock: FileLock;
}

/** How often a folder is made before its lock is given up: another process hardly ever comes between even once. */
const attempts = 5;

/**
 * Makes a folder and locks it. `make` is called again where another process took the new one for an abandoned one. Throws
 * LockError where it cannot be locked.
 */
export function openLocked(make: () => string): LockedFolder {
  for (let attempt = 1; ; attempt++) {
    const folder = make();
    try {
      const lock = FileLock.take(path.join(folder, owner));
      // Whoever came upon the folder before it was locked may have removed it since.
      if (lock !== undefined && existsSync(path.join(folder, owner))) return {path: folder, lock};
      lock?.[Symbol.dispose]();
    } catch (error) {
      if (!(error instanceof LockError) || attempt >= attempts) throw error;
    }
  }
}

/** Removes a folder whose process has ended. One that was never locked is not ours; what is another user's stays. */
export function removeAbandoned(folder: string): void {
  try {
    if (!existsSync(path.join(folder, owner))) return;
    using lock = FileLock.take(path.join(folder, owner));
    if (lock !== undefined) rmSync(folder, {recursive: true, force: true, maxRetries: 3});
  } catch (error) {
    const isOthers = error instanceof LockError || systemCode(error) === "EACCES" || systemCode(error) === "EPERM";
    if (!isOthers) throw error;
  }
}
