import {existsSync, readdirSync} from "node:fs";
import path from "node:path";

/** Every edition that `reports/` of a project holds, by name and in the order of the names. */
export function listEditions(root: string): readonly string[] {
  const reports = path.join(root, "reports");
  if (!existsSync(reports)) return [];
  return readdirSync(reports)
    .filter((name) => existsSync(path.join(reports, name, "report.yaml")))
    .toSorted();
}
