import {readFile, readdir, rm} from "node:fs/promises";
import {join} from "node:path";

/**
 * Removes the styles and fonts that no page names: those of the print edition, whose page has left the site. A style
 * sheet keeps the fonts that it names.
 */
export async function removeUnused(folder: string, assets: string): Promise<void> {
  const pages = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith(".html"));
  const texts = await Promise.all(pages.map((name) => readFile(join(folder, name), "utf8")));
  const files = await readdir(join(folder, assets));
  const styles = files.filter((name) => name.endsWith(".css") && texts.some((text) => text.includes(name)));
  const sheets = await Promise.all(styles.map((name) => readFile(join(folder, assets, name), "utf8")));
  const unused = files.filter((name) => ![...texts, ...sheets].some((text) => text.includes(name)));
  for (const name of unused) await rm(join(folder, assets, name));
}
