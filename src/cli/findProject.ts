import {statSync} from "node:fs";
import path from "node:path";
import {UsageError} from "./UsageError.ts";

/** The project that a folder is or lies in: the nearest one upwards that has `reports/`. Undefined where there is none. */
export function findProject(folder: string): string | undefined {
  if (hasReports(folder)) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : findProject(above);
}

/** The project that `--root` names, absolute. Throws UsageError where it is none. */
export function namedProject(named: string, cwd: string): string {
  const folder = path.resolve(cwd, named);
  if (named.trim() !== "" && hasReports(folder)) return folder;
  throw new UsageError(`--root ${named}: this is no project, which has a folder reports/. Name the folder of one.`);
}

function hasReports(folder: string): boolean {
  return statSync(path.join(folder, "reports"), {throwIfNoEntry: false})?.isDirectory() === true;
}
