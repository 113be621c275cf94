import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {launchBrowser, printReport} from "../../../src/site/pdf/index.ts";
import {briefTitles, buildFixture, fixturePage} from "./printEdition.ts";
import {readPdf} from "./readPdf.ts";

let folder: string;
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smallprint-brief-"));
  await buildFixture(folder, {isBrief: true});
  const browser = await launchBrowser();
  const out = join(folder, "report.pdf");
  await printReport(browser, {
    folder,
    page: fixturePage,
    out,
    title: "Drug interventions in South Shire",
    runningTitle: "South Shire 2007/08",
    author: "South Shire Observatory",
    language: "en-GB",
    marks: ["Synthetic data"],
    watermarks: [],
  });
  await browser.close();
  pdf = await readPdf(out);
}, 60_000);

afterAll(() => rm(folder, {recursive: true, force: true}));

const heading = /South Shire 2007\/08/;

test("a brief report begins with its text, under its title", () => {
  const first = pdf.pages[0]?.text ?? "";
  expect(first).toContain("Drug interventions in South Shire");
  expect(first).toContain(briefTitles[0]);
  expect(first).toContain("Most clients were seen once");
  expect(pdf.pages.some(({text}) => text.includes("Contents"))).toBe(false);
});

test("its chapters run on, and what stands behind the text begins a page", () => {
  const isFirst = (title: string) => {
    const text = pdf.pages.find((page) => page.text.includes(title))?.text ?? "";
    return text.indexOf(title) < text.indexOf("the first contact.");
  };
  expect(briefTitles.map((title) => isFirst(title))).toEqual([true, false, false, true]);
});

test("every page names the report and no chapter, has its mark, and is numbered from the first", () => {
  for (const [index, {text}] of pdf.pages.entries()) {
    expect(text.match(new RegExp(heading, "g"))).toHaveLength(1);
    expect(text).toContain("Synthetic data");
    expect(text).toContain(String(index + 1));
  }
});

test("text is set smaller, and a wide table lies on pages of its own", () => {
  const prose = pdf.pages.flatMap(({sizes}) => sizes).filter(({text}) => text.includes("month"));
  expect(new Set(prose.map(({size}) => size.toFixed(1)))).toEqual(new Set(["9.5"]));
  const wide = pdf.pages.filter(({width, height}) => width > height).map(({text}) => text);
  expect(wide.length).toBeGreaterThan(0);
  for (const text of wide) expect(text).toMatch(/^(?!.*Most clients).*Area of residence/);
});
