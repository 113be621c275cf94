import {readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";

/** The files of a built site. */
export class SiteFolder {
  readonly #folder: string;
  /** Paths below the folder, with slashes, sorted. */
  readonly files: readonly string[];
  /** The same of what is neither file nor folder: a host would serve what a link leads to, wherever that is. */
  readonly links: readonly string[];

  constructor(folder: string) {
    this.#folder = folder;
    const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
    const namesOf = (those: typeof entries): readonly string[] =>
      those
        .map(({parentPath, name}) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join("/"))
        .toSorted();
    this.files = namesOf(entries.filter((entry) => entry.isFile()));
    this.links = namesOf(entries.filter((entry) => !entry.isFile() && !entry.isDirectory()));
  }

  bytes(file: string): Uint8Array | undefined {
    return this.files.includes(file) ? new Uint8Array(readFileSync(path.join(this.#folder, file))) : undefined;
  }

  text(file: string): string {
    return readFileSync(path.join(this.#folder, file), "utf8");
  }

  /** The size of the file that a link in another one leads to; undefined where there is none. */
  sizeFrom(file: string, href: string): number | undefined {
    const target = path.posix.join(path.posix.dirname(file), href.replace(/[#?].*$/, ""));
    return this.files.includes(target) ? statSync(path.join(this.#folder, target)).size : undefined;
  }
}
