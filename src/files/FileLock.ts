import {DatabaseSync} from "node:sqlite";
import {PlaceError} from "./PlaceError.ts";

/** What SQLite says where another process holds the lock. Source: sqlite.org/rescode.html, SQLITE_BUSY. */
const busy = 5;

/**
 * A lock on a file. The system keeps it and gives it up when its process ends, however it ends: no number of a process is
 * written down, which another one may bear after a restart or in another container. SQLite takes it, as part of Node; the
 * file stays empty.
 */
export class FileLock implements Disposable {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * Takes the lock, where it is free or becomes so within `wait` (milliseconds); nothing where somebody holds it. Throws
   * PlaceError where the file cannot be made or locked.
   */
  static take(file: string, wait = 0): FileLock | undefined {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(file, {timeout: wait});
      // Nothing is written, so no file beside the lock has to say how to undo it.
      database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
      return new FileLock(database);
    } catch (error) {
      database?.close();
      if (error instanceof Error && "errcode" in error && error.errcode === busy) return undefined;
      throw new PlaceError(file, "this file cannot be locked. Check who may write it, and that the disk allows locks.");
    }
  }

  /** Gives the lock up. The file stays: removing it would let two processes lock two files of one name. */
  [Symbol.dispose](): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
