import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import type {FileLock} from "./FileLock.ts";
import {openLocked, removeAbandoned} from "./LockedFolder.ts";

const prefix = "smallprint-run-";

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
    for (const name of readdirSync(tmpdir())) if (name.startsWith(prefix)) removeAbandoned(path.join(tmpdir(), name));
    const opened = openLocked(() => mkdtempSync(path.join(tmpdir(), prefix)));
    return new TemporaryFolder(opened.path, opened.lock);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, {recursive: true, force: true, maxRetries: 3});
    this.#lock[Symbol.dispose]();
  }
}
