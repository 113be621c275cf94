import {writeWhole} from "../../files/index.ts";

/** Only the owner reads and writes. */
const ownerOnly = 0o600;

/**
 * Writes a confidential file, whole or not at all, so that nobody but its owner can read it, whatever rights a file had
 * that stood there. Returns its path.
 */
export function writePrivately(file: string, text: string): string {
  return writeWhole(file, text, {mode: ownerOnly});
}
