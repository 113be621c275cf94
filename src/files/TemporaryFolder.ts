import {existsSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {FileLock} from "./FileLock.ts";
import {codeOf, PlaceError} from "./PlaceError.ts";

const prefix = "smallprint-run-";
const owner = "owner.lock";

/** A private folder among the machine's temporary ones, which a later process removes where this one is killed. */
export class TemporaryFolder implements Disposable {
  readonly path: string;
  readonly #lock: FileLock;

  private constructor(folder: string, lock: FileLock) {
    this.path = folder;
    this.#lock = lock;
  }

  /** Makes one, after removing those of processes that have ended. What is another user's is left alone. */
  static open(): TemporaryFolder {
    for (const name of readdirSync(tmpdir())) if (name.startsWith(prefix)) sweep(path.join(tmpdir(), name));
    for (;;) {
      const folder = mkdtempSync(path.join(tmpdir(), prefix));
      const lock = FileLock.take(path.join(folder, owner));
      // Another process may have come upon the folder before it was locked, and have taken it for an abandoned one.
      if (lock !== undefined && existsSync(path.join(folder, owner))) return new TemporaryFolder(folder, lock);
      lock?.[Symbol.dispose]();
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.path, {recursive: true, force: true, maxRetries: 3});
    this.#lock[Symbol.dispose]();
  }
}

function sweep(folder: string): void {
  try {
    if (!existsSync(path.join(folder, owner))) return;
    using lock = FileLock.take(path.join(folder, owner));
    if (lock !== undefined) rmSync(folder, {recursive: true, force: true});
  } catch (error) {
    const isOthers = error instanceof PlaceError || codeOf(error) === "EACCES" || codeOf(error) === "EPERM";
    if (!isOthers) throw error;
  }
}
