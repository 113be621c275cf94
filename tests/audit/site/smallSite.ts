import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import path from "node:path";
import {inject, onTestFinished} from "vitest";
import {auditDist, type EditionInDist} from "../../../src/audit/index.ts";
import {loadPublication, openProject} from "../../../src/publication/index.ts";
import {readRelease, type Release} from "../../../src/release/index.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const id = "south-east-2008-09";
const kept = ["who-the-clients-were", "key-messages", "methods-and-quality"];

/** A few chapters of a built edition, with one download and one drawing, to plant a leak in. */
export class SmallSite {
  readonly folder = mkdtempSync(path.join(tmpdir(), "small-site-"));

  readonly #built = path.join(inject("builtSite").folder, "dist", id);

  constructor() {
    onTestFinished(() => rmSync(this.folder, {recursive: true}));
    this.keep("data/age-by-prison.csv");
    this.keep("data/men-by-area.csv");
    this.write("index.html", shorten(readFileSync(path.join(this.#built, "index.html"), "utf8")));
  }

  /** Takes a further file of the edition as it was built. */
  keep(file: string): void {
    cpSync(path.join(this.#built, file), path.join(this.folder, id, file));
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, id, file), "utf8");
  }

  write(file: string, content: string | Uint8Array): void {
    writeFileSync(path.join(this.folder, id, file), content);
  }

  /** Changes a file; throws where there is nothing to change, because the test would then show nothing. */
  change(file: string, from: RegExp | string, to: string | ((...groups: string[]) => string)): void {
    const before = this.read(file);
    const after = before.replace(from, to as string);
    if (after === before) throw new Error(`${file} holds nothing like ${String(from)}`);
    this.write(file, after);
  }

  /** What the audit finds, a line each. */
  async audit(): Promise<readonly string[]> {
    const {list} = await auditDist(this.folder, [edition()]);
    return list.map(({file, place, what}) => `${file}, ${place}: ${what}`);
  }
}

let read: EditionInDist | undefined;

/** The edition with its releases, read once for all tests. */
export function edition(): EditionInDist {
  const releaseOf = (name: string): Release => {
    const file = path.join(inject("builtSite").folder, "releases", name, "release.json");
    return readRelease(readFileSync(file, "utf8"), file);
  };
  const before = "south-east-2007-08";
  const [release, previous] = [releaseOf(id), releaseOf(before)];
  return (read ??= {
    publication: loadPublication(openProject(root), id),
    release,
    releases: new Map([
      ["this", release],
      ["previous", previous],
    ]),
  });
}

/** The page without most chapters and without links to files that the small site does not have. */
function shorten(html: string): string {
  const [head = "", ...chapters] = html.split(/(?=<section class="chapter)/);
  const last = chapters.at(-1) ?? "";
  const own = chapters.filter((chapter) => kept.some((name) => chapter.includes(`id="${name}" aria-labelledby`)));
  const foot = last.slice(last.lastIndexOf("</section>") + "</section>".length);
  return [head, ...own, foot]
    .join("")
    .replace(/<ul class="downloads">.*?<\/ul>/gs, "")
    .replace(/<p class="meta">.*?<\/p>/s, "");
}
