import path from "node:path";
import type {Browser, Page} from "puppeteer-core";
import {inject} from "vitest";
import {origin, serveFolder} from "../../src/site/pdf/serveFolder.ts";

export const site = path.join(inject("builtSite").folder, "dist");
export const edition = "south-east-2007-08";

/** One page of every kind. */
export const pages: readonly string[] = ["index.html", "404.html", "accessibility/index.html"].concat(
  ["index.html", "methods/index.html", "data/index.html"].map((page) => `${edition}/${page}`),
);

/** Opens a page of the site as if it lived under a folder of a host, and notes what it asks for in vain. */
export async function openPage(
  browser: Browser,
  file: string,
  base = "/a/folder/",
): Promise<{page: Page; refused: readonly string[]}> {
  const page = await browser.newPage();
  const refused = await serveFolder(page, {folder: site, base});
  await page.goto(`${origin}${base}${file}`, {waitUntil: "load"});
  await page.evaluate(async () => (await document.fonts.ready).status);
  return {page, refused};
}
