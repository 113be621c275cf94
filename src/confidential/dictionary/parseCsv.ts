import {readTable, type Refuse} from "../../intake/index.ts";
import type {Project} from "../../publication/index.ts";
import {DictionaryError} from "./DictionaryError.ts";
import {adviseOnFile} from "./readNamedFile.ts";

/** A row of a public CSV file with the physical line it starts on. */
export interface PublicRow {
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

/** A public CSV file: where it is, from the project's root, its columns and its rows. */
export interface CsvFile {
  readonly file: string;
  readonly names: readonly string[];
  readonly rows: readonly PublicRow[];
}

/** One of the public folders of a project, and a file of it. */
export interface PublicFile {
  readonly project: Project;
  /** From the root. */
  readonly folder: string;
  readonly fileName: string;
}

/**
 * Reads a public CSV file with a header and tidied fields.
 * Throws DictionaryError with file and line for a broken file, one that is neither UTF-8 nor UTF-16, and a header without
 * a column that is needed; naming the nearest file of the folder where there is no such file.
 */
export function parseCsv({project, folder, fileName}: PublicFile, needed: readonly string[]): CsvFile {
  const file = `${folder}/${fileName}`;
  if (!project.has(file)) throw new DictionaryError({file}, adviseOnFile(project, folder, fileName));
  const refuse: Refuse = ({line}, message) => new DictionaryError({file, ...(line !== undefined && {line})}, message);
  const {names, rows} = readTable({
    bytes: project.bytes(file, refuse),
    asked: needed.map((name) => ({name})),
    asker: "the program",
    others: "read",
    otherwise: "refuse",
    refuse,
  });
  if (rows.length === 0) throw refuse({line: 1}, "there is no row beneath the header. Add the rows.");
  return {file, names, rows};
}
