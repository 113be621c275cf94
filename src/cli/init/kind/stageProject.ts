import {existsSync, mkdirSync, readdirSync, symlinkSync} from "node:fs";
import path from "node:path";
import {writeWhole} from "../../../files/index.ts";

/** Where a project of links is made, and what it has besides. */
export interface StagedProject {
  /** The project that it stands for, absolute. */
  readonly root: string;
  /** A folder that is not there yet, absolute. */
  readonly folder: string;
  /** Files that it has besides, by their paths from the root, with their texts. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes a folder that reads as a project does with some files more, so that they can be tried out before they stand in it:
 * everything else is a link.
 */
export function stageProject({root, folder, files}: StagedProject): void {
  const around = new Set([...files.keys()].flatMap(foldersAround));
  for (const inside of [".", ...around]) {
    mkdirSync(path.join(folder, inside), {recursive: true});
    if (existsSync(path.join(root, inside))) linkEntries({root, folder}, inside, around);
  }
  for (const [file, text] of files) writeWhole(path.join(folder, file), text);
}

/** The folders that a file lies in, the outermost first. */
function foldersAround(file: string): readonly string[] {
  const parts = path.dirname(file).split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

function linkEntries(
  {root, folder}: Pick<StagedProject, "root" | "folder">,
  inside: string,
  around: ReadonlySet<string>,
): void {
  for (const entry of readdirSync(path.join(root, inside))) {
    const place = inside === "." ? entry : `${inside}/${entry}`;
    // "junction" is for folders on Windows, where other links ask for rights.
    if (!around.has(place)) symlinkSync(path.join(root, place), path.join(folder, place), "junction");
  }
}
