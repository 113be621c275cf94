import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {decodeWritten, readWritten, type Refuse} from "../../intake/index.ts";

/**
 * A project's folder with the public files that were read from it: templates, reports, dictionaries, code lists, policies,
 * references, boundaries. Each is opened once, when it is first asked for, and stays as it was then: what a release says of
 * a file and what was read of it are of the same bytes. Files are named by their paths from the root, with slashes.
 */
export interface Project {
  /** Absolute. */
  readonly root: string;
  /** Whether there is such a file or folder. */
  readonly has: (file: string) => boolean;
  /** Refuses what is no plain file, cannot be read, or is larger than what people write. */
  readonly bytes: (file: string, refuse: Refuse) => Buffer;
  /** Refuses what `bytes` does, and what is no text in UTF-8. */
  readonly text: (file: string, refuse: Refuse) => string;
}

/** Opens the project in a folder. Reads nothing yet; whoever follows changes opens it anew. */
export function openProject(root: string): Project {
  const read = new Map<string, Buffer>();
  const bytes: Project["bytes"] = (file, refuse) => {
    const path = resolve(root, file);
    const known = read.get(path) ?? readWritten(path, refuse);
    read.set(path, known);
    return known;
  };
  return {
    root,
    has: (file) => read.has(resolve(root, file)) || existsSync(resolve(root, file)),
    bytes,
    text: (file, refuse) => decodeWritten(bytes(file, refuse), refuse),
  };
}
