import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import {AxePuppeteer} from "@axe-core/puppeteer";
import type {Browser, Page} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, inject, test} from "vitest";
import {launchBrowser} from "../../src/site/pdf/index.ts";
import {origin, serveFolder} from "../../src/site/pdf/serveFolder.ts";

const site = path.join(inject("builtSite").folder, "dist");
const edition = "south-east-2007-08";
const pages = ["index.html", "404.html", "accessibility/index.html"].concat(
  ["index.html", "methods/index.html", "data/index.html"].map((page) => `${edition}/${page}`),
);
const widths = [320, 768, 1440];
// Each scheme is judged once, at the widths that differ most.
const views = [
  {width: 320, scheme: "light"},
  {width: 1440, scheme: "dark"},
] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Opens a page of the site as if it lived under a folder of a host, and notes what it asks for in vain. */
async function open(file: string, base = "/a/folder/"): Promise<{page: Page; refused: readonly string[]}> {
  const page = await browser.newPage();
  const refused = await serveFolder(page, {folder: site, base});
  await page.goto(`${origin}${base}${file}`, {waitUntil: "load"});
  await page.evaluate(async () => (await document.fonts.ready).status);
  return {page, refused};
}

describe.each(pages)("%s", (file) => {
  test.each(views)(
    "has no fault that axe can find at $width px in the $scheme scheme",
    async ({width, scheme}) => {
      const {page} = await open(file);
      await page.setViewport({width, height: 900});
      await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
      const {violations} = await new AxePuppeteer(page).analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
      await page.close();
    },
    120_000,
  );

  test.each(widths)("fits a screen of %i px without scrolling sideways", async (width) => {
    const {page} = await open(file);
    await page.setViewport({width, height: 900});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test("finds everything that it asks for within the site, under any folder of a host", async () => {
    const {page, refused} = await open(file, "/reports/of/ours/");
    expect(refused).toEqual([]);
    expect(await page.evaluate(() => [...document.fonts].some(({status}) => status === "loaded"))).toBe(true);
    await page.close();
  });

  test("carries a strict policy and neither script nor style of its own", () => {
    const html = readFileSync(path.join(site, file), "utf8");
    expect(html).toContain(`http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'`);
    expect(html).not.toMatch(/<script|<style|\sstyle="|\son\w+="|javascript:|https?:\/\/(?!www\.w3\.org)/);
  });

  test("leads only to pages, files and places that are there", () => {
    const html = readFileSync(path.join(site, file), "utf8");
    const files = new Set(readdirSync(site, {recursive: true}).map((name) => String(name)));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
    const lost = links.filter((href) => {
      const [target = "", fragment] = href.split("#");
      const place = target === "" ? file : path.posix.join(path.posix.dirname(file), target);
      if (!files.has(place)) return true;
      return fragment !== undefined && !readFileSync(path.join(site, place), "utf8").includes(`id="${fragment}"`);
    });
    expect(lost).toEqual([]);
  });
});

test("no page is left over that only the printer needs", () => {
  const files = readdirSync(site, {recursive: true}).map((name) => String(name));
  expect(files.filter((name) => name.includes("print"))).toEqual([]);
});

test("hosts that read it are told the policy in a header as well", () => {
  expect(readFileSync(path.join(site, "_headers"), "utf8")).toContain("Content-Security-Policy: default-src 'none'");
});

test("wide tables scroll in a region of their own that the keyboard reaches", async () => {
  const {page} = await open(`${edition}/index.html`);
  await page.setViewport({width: 320, height: 900});
  const regions = await page.$$eval(".table .scroll", (all) =>
    all.map((region) => ({
      isReached: region.getAttribute("tabindex") === "0" && region.getAttribute("role") === "region",
      name: document.getElementById(region.getAttribute("aria-labelledby") ?? "")?.textContent ?? "",
    })),
  );
  expect(regions.length).toBeGreaterThan(0);
  expect(regions.every(({isReached, name}) => isReached && name !== "")).toBe(true);
  await page.close();
});

test("the current chapter is marked in the contents without a script", async () => {
  const {page} = await open(`${edition}/index.html`);
  await page.setViewport({width: 1440, height: 900});
  const marked = await page.evaluate(() => {
    document.documentElement.style.scrollBehavior = "auto";
    const chapter = document.querySelectorAll("section.chapter")[4];
    chapter?.scrollIntoView();
    return new Promise<{id: string; href: string}>((done) => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const link = document.querySelector(".contents-wide a:target-current");
          done({id: `#${chapter?.id ?? ""}`, href: link?.getAttribute("href") ?? ""});
        }),
      );
    });
  });
  expect(marked.href).toBe(marked.id);
  await page.close();
});
