import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser, printReport} from "../../../src/site/pdf/index.ts";
import {buildFixture, fixturePage} from "./printEdition.ts";

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smallprint-print-"));
  await buildFixture(folder);
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, {recursive: true, force: true});
});

const about = {
  title: "Drug interventions in South Shire",
  runningTitle: "South Shire 2007/08",
  author: "South Shire Observatory",
  language: "en-GB",
  published: "2009-01-15",
  marks: [],
  watermarks: [],
};

const printChanged = async (...changes: readonly (readonly [from: string, to: string])[]) => {
  const page = "south-shire-2007-08/print/changed.html";
  const html = await readFile(join(folder, fixturePage), "utf8");
  const changed = changes.reduce((text, [from, to]) => text.replace(from, to), html);
  await writeFile(join(folder, page), changed);
  return printReport(browser, {...about, folder, page, out: join(folder, "changed.pdf")});
};

test("a page is refused when it asks another host", async () => {
  const picture = '</main><img alt="" src="http://example.org/x.png">';
  const asking = printChanged(["img-src 'self'", "img-src *"], ["</main>", picture]);
  await expect(asking).rejects.toThrow(/asks for http:\/\/example\.org\/x\.png/);
});

test("a page is refused when it asks for a file outside the site", async () => {
  await expect(printChanged(["../../assets/print-edition.css", "../../missing.css"])).rejects.toThrow(/missing\.css/);
});

test("a page is refused when its contents name what is not there", async () => {
  const from = 'data-target="figure-3"';
  await expect(printChanged([from, 'data-target="figure-99"'])).rejects.toThrow(/figure-99, which stands on no page/);
});
