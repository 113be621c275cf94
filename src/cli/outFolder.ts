import {existsSync, statSync} from "node:fs";
import path from "node:path";
import type {Environment} from "./environment.ts";
import {UsageError} from "./UsageError.ts";

/** Folders that hold what people write, and data: no place for what a command writes over. */
const written = ["data", "docs", "reports", "src", "templates", "tests"];

/** The absolute path of what `--out` names. Throws UsageError for what is no folder, or one of the project's own. */
export function outFolder(
  named: string | undefined,
  {root, cwd}: Pick<Environment, "root" | "cwd">,
): string | undefined {
  if (named === undefined) return undefined;
  const folder = path.resolve(cwd, named);
  const inProject = path.relative(root, folder);
  if (named.trim() === "") throw new UsageError("--out names no folder. Write its path, as --out /tmp/trial.");
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new UsageError(`--out ${named}: this is a file. Name a folder; it is made where there is none.`);
  }
  if (inProject === "" || written.includes(inProject.split(path.sep)[0] ?? "")) {
    throw new UsageError(
      `--out ${named}: this folder is the project's own. Name another, or leave --out away to write the project's outputs.`,
    );
  }
  return folder;
}
