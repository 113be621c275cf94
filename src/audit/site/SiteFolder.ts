import {readdirSync, readFileSync, statSync} from "node:fs";
import path from "node:path";

/** The files of a built site. */
export class SiteFolder {
  readonly #folder: string;
  /** Paths below the folder, with slashes, sorted. */
  readonly files: readonly string[];

  constructor(folder: string) {
    this.#folder = folder;
    this.files = readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => path.relative(folder, path.join(parentPath, name)).split(path.sep).join("/"))
      .toSorted();
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
