import {accessSync, constants, mkdirSync} from "node:fs";
import {homedir} from "node:os";
import {join} from "node:path";

/**
 * The folder that keeps the unpacked browser: in the user's cache, else in the project's, beside what else a build keeps.
 * @param root the project's folder
 */
export function browserCache(root: string, env: Readonly<Record<string, string | undefined>>): string {
  const cache = userCache(env);
  return cache !== undefined && isWritable(cache) ? cache : join(root, ".cache/browser");
}

/** Undefined where the user has no home, as in a container. */
function userCache({XDG_CACHE_HOME}: Readonly<Record<string, string | undefined>>): string | undefined {
  if (XDG_CACHE_HOME !== undefined && XDG_CACHE_HOME !== "") return join(XDG_CACHE_HOME, "smallprint");
  try {
    const home = homedir();
    return home === "" ? undefined : join(home, ".cache/smallprint");
  } catch {
    return undefined;
  }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
