import {existsSync, statSync} from "node:fs";
import path from "node:path";
import {draftFolder} from "../release/index.ts";
import type {ProjectEnvironment} from "./environment.ts";
import {refuseOwnPlace} from "./ownPlaces.ts";
import {UsageError} from "./UsageError.ts";

/** The absolute path of what `--out` names. Throws UsageError for what is no folder, or one of the project's own. */
export function outFolder(
  named: string | undefined,
  {root, cwd}: Pick<ProjectEnvironment, "root" | "cwd">,
): string | undefined {
  if (named === undefined) return undefined;
  const folder = path.resolve(cwd, named);
  if (named.trim() === "") throw new UsageError("--out names no folder. Write its path, as --out /tmp/trial.");
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`--out ${named}: this is a file. Name a folder; it is made where there is none.`);
  }
  const places = [folder, ...["releases", "dist"].map((name) => path.join(folder, name))];
  refuseOwnPlace(root, {named, places, except: draftFolder});
  return folder;
}
