import {AxePuppeteer} from "@axe-core/puppeteer";
import type {Browser, Page} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser} from "../../src/site/pdf/index.ts";
import {openPage, pages} from "./openPage.ts";

/** All that axe knows at the narrowest width; what another scheme can change, and nothing else, in that scheme. */
const views = [
  {width: 320, scheme: "light", rules: {}},
  {width: 1440, scheme: "dark", rules: {runOnly: ["color-contrast", "link-in-text-block"]}},
];

/** The rows of a long table are made like its first ones; all of them would take a minute. */
const furtherRows = "tbody tr:nth-child(n + 4)";

/** Takes away what axe need not look at: further rows, and the drawings that are for other widths. */
async function shorten(page: Page): Promise<void> {
  await page.evaluate((rows) => {
    const drawings = [...document.querySelectorAll(".drawing")].filter(
      (one) => getComputedStyle(one).display === "none",
    );
    for (const element of [...document.querySelectorAll(rows), ...drawings]) element.remove();
  }, furtherRows);
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(pages)("%s", (file) => {
  test.each(views)(
    "has no fault that axe can find at $width px in the $scheme scheme",
    async ({width, scheme, rules}) => {
      const {page} = await openPage(browser, file);
      await page.setViewport({width, height: 900});
      await page.emulateMediaFeatures([{name: "prefers-color-scheme", value: scheme}]);
      await shorten(page);
      // In one go: frame by frame, every place that passes is sent through the browser's wire.
      const axe = new AxePuppeteer(page).setLegacyMode();
      const {violations} = await axe.options({...rules, resultTypes: ["violations"]}).analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
