import {checkEditionName, listEditions, nearestName} from "../publication/index.ts";
import {UsageError} from "./UsageError.ts";

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
  requireEditionName(name);
  const nearest = nearestName(name, editions);
  const advice = nearest === undefined ? `Start it with "smallprint init ${name}".` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is no edition "${name}": reports/${name}/report.yaml does not exist. ${advice}`);
}

/** Throws UsageError for what can be no name of an edition, which would be looked for in other folders. */
export function requireEditionName(name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
  throw new UsageError(`"${name}": name an edition in lower-case letters, digits and hyphens, as south-west-2009-10.`);
}
