import {existsSync, readdirSync} from "node:fs";
import {basename, join} from "node:path";
import {readPlainText, type Refuse} from "../../intake/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {nearestName} from "./nearestName.ts";

/** A file of one of the public folders: where it is, from the project's root, and its text. */
export interface NamedFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads `<root>/<folder>/<fileName>`.
 * Throws DictionaryError where it cannot be read or is no text, and naming the nearest file of the folder where there is
 * no such file.
 */
export function readNamedFile(root: string, folder: string, fileName: string): NamedFile {
  const file = `${folder}/${fileName}`;
  const path = join(root, file);
  if (!existsSync(path)) throw new DictionaryError({file}, adviseOnFile(root, folder, fileName));
  const refuse: Refuse = (place, message) => new DictionaryError({file, ...place}, message);
  return {file, text: readPlainText(path, refuse)};
}

/** What to say of a file that is not there: the nearest file of the folder. */
export function adviseOnFile(root: string, folder: string, fileName: string): string {
  const directory = join(root, folder);
  if (!existsSync(directory)) return `there is no such file. There is no folder "${folder}" either.`;
  const ending = fileName.slice(fileName.lastIndexOf("."));
  const present = readdirSync(directory).filter((entry) => entry.endsWith(ending));
  const nearest = nearestName(
    basename(fileName, ending),
    present.map((entry) => basename(entry, ending)),
  );
  return `there is no such file. ${nearest}`;
}
