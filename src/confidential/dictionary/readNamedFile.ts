import {adviseOnName, type Project} from "../../publication/index.ts";
import {readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {DictionaryError, refusalOf} from "./DictionaryError.ts";

/** A file of one of the public folders: where it is, from the project's root, and its text. */
export interface NamedFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads `<folder>/<fileName>` of the project.
 * Throws DictionaryError where it cannot be read or is no text, and naming the nearest file of the folder where there is
 * no such file.
 */
export function readNamedFile(project: Project, folder: string, fileName: string): NamedFile {
  const file = `${folder}/${fileName}`;
  if (!project.has(file)) throw new DictionaryError({file}, adviseOnFile(project, folder, fileName));
  return {file, text: project.text(file, refusalOf(file))};
}

/** What to say of a file that is not there: the nearest file of the folder. */
export function adviseOnFile(project: Project, folder: string, fileName: string): string {
  if (!project.has(folder)) return `there is no such file. There is no folder "${folder}" either.`;
  const ending = fileName.slice(fileName.lastIndexOf("."));
  const present = readdirSync(join(project.root, folder)).filter((entry) => entry.endsWith(ending));
  const nearest = adviseOnName(
    basename(fileName, ending),
    present.map((entry) => basename(entry, ending)),
  );
  return `there is no such file. ${nearest}`;
}
