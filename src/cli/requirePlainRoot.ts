import {UsageError} from "./UsageError.ts";

/**
 * Throws UsageError for a project that lies where the maker of the pages cannot find its own files: these signs mean
 * something else in addresses, which it turns paths into.
 */
export function requirePlainRoot(root: string): void {
  const [sign] = /[#?%]/.exec(root) ?? [];
  if (sign === undefined) return;
  throw new UsageError(`${root}: the site cannot be made in a folder with ${sign} in its path. Move the project.`);
}
