import {existsSync, readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {ownCode, realPlace} from "../../files/index.ts";
import {listEditions} from "../../publication/index.ts";

/**
 * What every page of the live view loads and is made for it: the script that reloads it, and what has an address of its own.
 * Vite would rather give a file of the project that is called so.
 */
const made = /^\/(@vite\/client|figures\.css|icon\.svg|logo\.svg)$/;

/** The drawing of the theme, which is never answered for by a file. */
export const logoAddress = "/logo.svg";

/** What every page of the live view loads of packages, below a folder of packages: Vite's script, and fonts. */
const packed = /^(vite\/dist\/client\/env\.mjs|@fontsource(-variable)?\/[a-z0-9-]+\/files\/[a-z0-9-]+\.woff2?)$/;

/** What it loads of our own, below the program's code. */
const own = /^site\/styles\/[a-z-]+\.css$/;

/** What Vite adds to the address of an asset that has changed, or that a script loads. */
const queryOfAsset = /^(|\?(t=\d+|import|direct|import&t=\d+|t=\d+&import))$/;

/** Names without escapes, signs of Vite's own or anything hidden: nothing on the site is called otherwise. */
const plainNames = /^(\/[A-Za-z0-9][A-Za-z0-9._-]*)*\/?$/;

/**
 * Whether the live view answers at an address as it was asked (path and query): pages of the site, their downloads, and
 * what they load. Everything else of the project is refused, whatever it is called and however it is asked.
 */
export function isServedAddress(address: string, root: string): boolean {
  const start = address.indexOf("?");
  const [path, query] = start === -1 ? [address, ""] : [address.slice(0, start), address.slice(start)];
  if (isAsset(path, root)) return queryOfAsset.test(query);
  return query === "" && plainNames.test(path) && isPage(path, root);
}

function isPage(path: string, root: string): boolean {
  const [first, ...below] = path.split("/").filter((name) => name !== "");
  if (first === undefined) return true;
  const isOfSite = (below.length === 0 && first === "accessibility") || listEditions(root).includes(first);
  return isOfSite && !leadsToFiles(first, root);
}

/**
 * Whether Vite would look among files for a page whose address begins so. It adds endings to what is asked, and takes an
 * address for a path from the root of the disk too: nothing in the project may be called so, nor the way to it.
 */
function leadsToFiles(first: string, root: string): boolean {
  const stem = (name: string): string => name.replace(/(?<=.)\..*/, "").toLowerCase();
  return [...readdirSync(root), ...root.split("/").slice(0, 2)].some((name) => stem(name) === first.toLowerCase());
}

/**
 * Whether an address is that of something that pages load. Vite addresses a file of the project by its path from the
 * root, and any other, as where links lead, by its real path behind `/@fs`.
 */
function isAsset(path: string, root: string): boolean {
  if (made.test(path)) return path === logoAddress || !existsSync(join(root, path));
  const file = path.startsWith("/@fs/") ? path.slice("/@fs".length) : `${root}${path}`;
  return isBelow(file, [ownCode], own) || isBelow(file, packageFolders(root), packed);
}

/** Whether a file has a name of a pattern below one of the folders. */
function isBelow(file: string, folders: readonly string[], pattern: RegExp): boolean {
  return [...folders, ...folders.map(realPlace)].some(
    (folder) => file.startsWith(`${folder}/`) && pattern.test(file.slice(folder.length + 1)),
  );
}

/** Folders that the program's packages may be in: those that Node looks in from the project, and from the code. */
export function packageFolders(root: string): readonly string[] {
  const upwards = (folder: string): readonly string[] =>
    folder === dirname(folder) ? [folder] : [folder, ...upwards(dirname(folder))];
  return [...upwards(root), ...upwards(ownCode)].map((folder) => join(folder, "node_modules")).filter(existsSync);
}
