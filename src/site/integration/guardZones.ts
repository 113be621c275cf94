import {relative, resolve, sep} from "node:path";
import type {Plugin} from "vite";

const forbidden = ["src/confidential", "src/synthetic", "data/extracts", "data/synthetic"] as const;

/** A page that reaches for what only the confidential zone may read. Exit code 1: the fault is in our source. */
export class ZoneError extends Error {
  readonly exitCode = 1;

  constructor(file: string) {
    super(`${file}: the site may not load this. Read what has been released, through src/release.`);
    this.name = "ZoneError";
  }
}

/**
 * A Vite plugin that refuses to load anything confidential into the site, however it is imported: statically,
 * dynamically, by a glob, as text or from an `.astro` file.
 */
export function guardZones(root: string): Plugin {
  return {
    name: "smallprint-zones",
    enforce: "pre",
    load(id) {
      const file = fileOf(id, root);
      if (forbidden.some((folder) => file === folder || file.startsWith(`${folder}/`))) throw new ZoneError(file);
    },
  };
}

/** The module's file from the root, without the query, the prefix of the file system, or the mark of a virtual module. */
function fileOf(id: string, root: string): string {
  const [path = ""] = id
    .replace(/^\0/, "")
    .replace(/^\/@fs/, "")
    .split(/[?#]/);
  const inRoot = path.startsWith(root + sep) ? path : resolve(root, `.${sep}${path}`);
  return relative(root, inRoot).split(sep).join("/");
}
