import {existsSync, readdirSync, realpathSync} from "node:fs";
import {join} from "node:path";
import {listEditions} from "../../publication/index.ts";

/** What every page of the live view loads, by its address: the script that reloads it, styles, fonts and the icon. */
const assets = [
  /^\/@vite\/client$/,
  /^\/node_modules\/vite\/dist\/client\/env\.mjs$/,
  /^\/node_modules\/@fontsource(-variable)?\/[a-z0-9-]+\/files\/[a-z0-9-]+\.woff2?$/,
  /^\/src\/site\/styles\/[a-z-]+\.css$/,
  /^\/(figures\.css|icon\.svg)$/,
] as const;

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
  if (assets.some((asset) => asset.test(inProject(path, root)))) return queryOfAsset.test(query);
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

/** Where links lead out of the project, Vite addresses what is there by its real path, behind `/@fs`. */
function inProject(path: string, root: string): string {
  if (!path.startsWith("/@fs/")) return path;
  const file = path.slice("/@fs".length);
  for (const folder of ["node_modules", "src"].filter((name) => existsSync(join(root, name)))) {
    const real = realpathSync(join(root, folder));
    if (file.startsWith(`${real}/`)) return `/${folder}${file.slice(real.length)}`;
  }
  return path;
}
