import {UsageError} from "./UsageError.ts";

/** Throws UsageError for what can be no name of an edition, which would be looked for in other folders. */
export function requireEditionName(name: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
  throw new UsageError(`"${name}": name an edition in lower-case letters, digits and hyphens, as south-west-2009-10.`);
}
