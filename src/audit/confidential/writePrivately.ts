import {renameSync, rmSync, writeFileSync} from "node:fs";

/** Only the owner reads and writes. */
const ownerOnly = 0o600;

/**
 * Writes a confidential file, whole or not at all, so that nobody but its owner can read it, whatever rights a file had
 * that stood there. Returns its path.
 */
export function writePrivately(file: string, text: string): string {
  const unfinished = `${file}.${String(process.pid)}.unfinished`;
  try {
    // Rights are set only on a file that is made: what an earlier process left is not written into.
    rmSync(unfinished, {force: true});
    writeFileSync(unfinished, text, {mode: ownerOnly, flag: "wx"});
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, {force: true});
  }
  return file;
}
