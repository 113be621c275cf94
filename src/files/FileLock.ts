import {accessSync, closeSync, constants, openSync} from "node:fs";
import {DatabaseSync} from "node:sqlite";
import {LockError} from "./LockError.ts";
import {systemCode} from "./PlaceError.ts";

/** What SQLite says where another process holds the lock. Source: sqlite.org/rescode.html, SQLITE_BUSY. */
const busy = 5;

/**
 * A lock on a file. The system keeps it and gives it up when its process ends, however it ends: no number of a process is
 * written down, which another one may bear after a restart or in another container. SQLite takes it, as part of Node; the
 * file stays empty. Its process must not open and close the file in any other way (to read, to copy or to compare it):
 * with that the system drops the lock, which belongs to the process and not to what it opened.
 */
export class FileLock implements Disposable {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Takes the lock, where it is free or becomes so within `wait` (milliseconds); nothing where somebody holds it. Throws
   * LockError where the file cannot be made, written or locked.
   */
  static take(file: string, wait = 0): FileLock | undefined {
    let database: DatabaseSync | undefined;
    try {
      makeFile(file);
      // Whoever may only read a file gets no more than a share of its lock, which others can have as well.
      accessSync(file, constants.W_OK);
      database = new DatabaseSync(file, {timeout: wait});
      // Nothing is written, so no file beside the lock has to say how to undo it.
      database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
      return new FileLock(database);
    } catch (error) {
      database?.close();
      if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
      throw new LockError(file);
    }
  }

  /** Gives the lock up. The file stays: removing it would let two processes lock two files of one name. */
  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** Makes the file with the rights of every new file: SQLite would let nobody else write it, whatever the umask allows. */
function makeFile(file: string): void {
  try {
    closeSync(openSync(file, "wx"));
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  }
}
