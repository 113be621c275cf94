import {existsSync, readdirSync} from "node:fs";
import path from "node:path";
import {checkEditionName, nearestName} from "../publication/index.ts";
import {UsageError} from "./UsageError.ts";

/** Every edition that `reports/` holds, by name. */
export function listEditions(root: string): readonly string[] {
  const reports = path.join(root, "reports");
  if (!existsSync(reports)) return [];
  return readdirSync(reports)
    .filter((name) => existsSync(path.join(reports, name, "report.yaml")))
    .toSorted();
}

/**
 * Throws UsageError for a name that is no edition, with the nearest one, and PublicationError for an edition whose folder
 * may not be called so.
 */
export function requireEdition(root: string, name: string): void {
  const editions = listEditions(root);
  if (editions.includes(name)) {
    checkEditionName(name);
    return;
  }
  const nearest = nearestName(name, editions);
  const advice = nearest === undefined ? `Start it with "smallprint init ${name}".` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no edition "${name}": reports/${name}/report.yaml does not exist. ${advice}`);
}
