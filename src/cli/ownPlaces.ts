import {readdirSync, statSync} from "node:fs";
import path from "node:path";
import {ownPackage} from "../files/index.ts";
import {liesIn} from "./liesIn.ts";
import {UsageError} from "./UsageError.ts";

/** Folders of the project that people or other commands write, from its root. */
const written = ["docs", "reports", "src", "templates", "tests", "dist", "node_modules"];

/** Folders of data; they may be links to other disks. */
const data = ["data", "data/extracts", "data/releases", "data/reference", "data/codelists", "data/dictionaries"];

/** Hidden folders of tools, whether or not they are there yet. */
const kept = [".git", ".cache", ".astro"];

/** A place that an option names. */
export interface NamedPlace {
  /** As it was written. */
  readonly named: string;
  /** Absolute paths that would be written. */
  readonly places: readonly string[];
  /** Folder of the project from its root that may be written all the same. */
  readonly except?: string;
}

/**
 * Throws UsageError where a command would write into what is the project's own: the site, the ledger, data, sources,
 * installed packages, a file of its root such as `package.json`, or a hidden folder such as `.git`; or into the program,
 * wherever it is installed; by real path, whatever links lead there.
 */
export function refuseOwnPlace(root: string, {named, places, except}: NamedPlace): void {
  const isFree = (place: string): boolean => except !== undefined && liesIn(place, path.join(root, except));
  if (!places.some((place) => !isFree(place) && isOwnPlace(root, place))) return;
  throw new UsageError(
    `--out ${named}: this is the project's own, or the program's. Name another place, or leave --out away where the command has one of its own.`,
  );
}

/** Whether a place is the project's root, lies in what is the project's own, or lies in the program. */
export function isOwnPlace(root: string, place: string): boolean {
  const own = [...written, ...data, ...kept, ...standingIn(root)].map((name) => path.join(root, name));
  // In a checkout the program is around what it works on.
  const program = liesIn(root, ownPackage) ? [] : [ownPackage];
  return [...own, ...program].some((one) => liesIn(place, one)) || (liesIn(root, place) && liesIn(place, root));
}

/** What is hidden in the project's root, and files but for tables, which none of its own are. */
function standingIn(root: string): readonly string[] {
  return readdirSync(root).filter((name) => {
    const entry = statSync(path.join(root, name), {throwIfNoEntry: false});
    return entry !== undefined && (name.startsWith(".") || (entry.isFile() && !name.endsWith(".csv")));
  });
}
