import {readdirSync, readFileSync} from "node:fs";
import path from "node:path";
import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../../src/site/pdf/index.ts";
import {edition, openPage, pages, site} from "./openPage.ts";

const widths = [320, 768, 1440];

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(pages)("%s", (file) => {
  test("fits screens of every width without scrolling sideways", async () => {
    const {page} = await openPage(browser, file);
    for (const width of widths) {
      await page.setViewport({width, height: 900});
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(width);
    }
    await page.close();
  });

  test("says of every table that goes on beyond its edge that it does, and of no other", async () => {
    const {page} = await openPage(browser, file);
    for (const width of [320, 1440]) {
      await page.setViewport({width, height: 900});
      await page.reload();
      const wrong = await page.evaluate(async () => {
        const find = () =>
          [...document.querySelectorAll(".scroll")]
            .filter((region) => region.clientWidth > 0)
            .filter((region) => {
              const isSaid = getComputedStyle(region, "::before").content.includes("goes on");
              return isSaid !== region.scrollWidth > region.clientWidth;
            })
            .map((region) => region.textContent.trim().slice(0, 60));
        // Timelines of scrolling begin with a frame after the layout.
        for (let frame = 0; frame < 120 && find().length > 0; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        return find();
      });
      expect(wrong, `${String(width)} px`).toEqual([]);
    }
    await page.close();
  });

  test("finds everything that it asks for within the site, under any folder of a host", async () => {
    const {page, refused} = await openPage(browser, file, "/reports/of/ours/");
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
  const {page} = await openPage(browser, `${edition}/index.html`);
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
  const {page} = await openPage(browser, `${edition}/index.html`);
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
