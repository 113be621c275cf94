import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from "node:fs";
import path from "node:path";
import {syncPlace} from "./syncTree.ts";

/** How a file is written. */
export interface WriteOptions {
  /** Rights of the file, before the umask; those of every new file where absent. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: aside, onto the disk, then in the place of what stood there. Returns its path.
 */
export function writeWhole(file: string, content: string | Uint8Array, {mode = 0o666}: WriteOptions = {}): string {
  const unfinished = `${file}.${String(process.pid)}.unfinished`;
  try {
    // Rights are set only on a file that is made: what an earlier process left is not written into.
    rmSync(unfinished, {force: true});
    const open = openSync(unfinished, "wx", mode);
    try {
      // Writes all of it or throws, whatever the system takes at a time.
      writeFileSync(open, content);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(unfinished, file);
    syncPlace(path.dirname(file));
  } finally {
    rmSync(unfinished, {force: true});
  }
  return file;
}
