import {chmodSync} from "node:fs";
import path from "node:path";
import {systemCode, makeFolder} from "../../files/index.ts";
import {DisclosureError} from "../DisclosureError.ts";
import {writePrivately} from "./writePrivately.ts";

/** Only the owner lists, enters and changes. */
const ownerOnly = 0o700;

const remedy = "Remove what is in the way, or name another with --sign-off.";

/**
 * A folder that nobody but its owner can enter. What is as confidential as the extracts (sign-off, findings and proof of
 * an audit, counts of forms) is written into one and no other way: writers take this type, so that none can forget.
 */
export class ConfidentialFolder {
  readonly #path: string;

  private constructor(folder: string) {
    this.#path = folder;
  }

  /**
   * The folder at a path, made with its parents where there is none, and closed to others where it stood open. Throws
   * DisclosureError where it cannot be made or closed.
   */
  static at(folder: string): ConfidentialFolder {
    try {
      makeFolder(folder, ownerOnly);
    } catch (error) {
      refuseMachine(error);
      throw new DisclosureError(`${folder}: this folder takes confidential files, and it cannot be made. ${remedy}`);
    }
    try {
      chmodSync(folder, ownerOnly);
    } catch (error) {
      refuseMachine(error);
      throw new DisclosureError(
        `${folder}: this folder takes confidential files, and it cannot be closed to others, because it is not yours. ${remedy}`,
      );
    }
    return new ConfidentialFolder(folder);
  }

  get path(): string {
    return this.#path;
  }

  /** Writes a file of this folder, whole or not at all, that its owner alone can read. Returns its path. */
  write(name: string, text: string): string {
    return writePrivately(path.join(this.#path, name), text);
  }
}

/** A disk that is full, can only be read or is broken is nobody's folder at fault: the system's own error says so. */
function refuseMachine(error: unknown): void {
  if (["EROFS", "ENOSPC", "EDQUOT", "EIO"].includes(systemCode(error) ?? "")) throw error;
}
