import {relative, resolve, sep} from "node:path";
import type {Plugin} from "vite";
import {ownCode, realPlace} from "../../files/index.ts";

/** Where a site is built: the project's folder, and that of the program's code, absolute. */
export interface GuardedPlaces {
  readonly root: string;
  readonly code?: string;
}

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
export function guardZones({root, code = ownCode}: GuardedPlaces): Plugin {
  const named = [
    ...["confidential", "synthetic"].map((zone) => resolve(code, zone)),
    ...["data/extracts", "data/synthetic"].map((folder) => resolve(root, folder)),
  ];
  // Extracts may lie on another disk, where links lead.
  const forbidden = [...named, ...named.map(realPlace)];
  return {
    name: "smallprint-zones",
    enforce: "pre",
    load(id) {
      const file = filesOf(id, root).find((one) => forbidden.some((folder) => `${one}${sep}`.startsWith(folder + sep)));
      if (file !== undefined) throw new ZoneError(relative(root, file).split(sep).join("/"));
    },
  };
}

/**
 * The files that a module's name may stand for, which is a path from the project's folder or from the root of the disk:
 * without the query, the prefix of the file system, and the mark of a virtual module.
 */
function filesOf(id: string, root: string): readonly string[] {
  const [path = ""] = id
    .replace(/^\0/, "")
    .replace(/^\/@fs/, "")
    .split(/[?#]/);
  return [resolve(path), resolve(root, `.${sep}${path}`)];
}
