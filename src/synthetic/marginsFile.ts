import type {Project} from "../publication/index.ts";
import {DictionaryError, type FilePosition, parseYaml, readNamedFile} from "../confidential/index.ts";
import {marginsSchema, type Margins} from "./marginsSchema.ts";

/** Where a margins file says something. */
export type MarginsPlace = FilePosition;

/** A margins file, and where each part of it stands. */
export interface MarginsFile {
  readonly margins: Margins;
  readonly locate: (...path: readonly PropertyKey[]) => MarginsPlace;
}

/** The folder of the margins files, from the project's root. */
export const marginsFolder = "data/reference/margins";

/** Reads `data/reference/margins/<name>.yaml`. Throws DictionaryError with file, line and column. */
export function readMargins(project: Project, name: string): MarginsFile {
  const {content, locate} = parseYaml(readNamedFile(project, marginsFolder, `${name}.yaml`), marginsSchema);
  return {margins: content, locate};
}

/** Margins that cannot hold, or cannot hold together: names the margin and says what is wrong. */
export function impossible(place: MarginsPlace, message: string): DictionaryError {
  return new DictionaryError(place, `${message} Correct the margin.`);
}
