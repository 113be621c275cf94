import {readFileSync, statSync} from "node:fs";
import {ReleaseError} from "./ReleaseError.ts";

/**
 * The text of a file that a command made: a release, a sign-off, a certificate. Throws ReleaseError for what is no plain
 * file: a pipe or a device would be waited for, and the system does not say which folder it would not read.
 */
export function readMade(file: string): string {
  if (statSync(file).isFile()) return readFileSync(file, "utf8");
  throw new ReleaseError(file, "this is no file but a folder, a pipe or a device. Give a file");
}
