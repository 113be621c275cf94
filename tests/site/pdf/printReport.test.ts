import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {PDFArray, PDFDict, PDFName} from "pdf-lib";
import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {launchBrowser, printReport} from "../../../src/site/pdf/index.ts";
import type {PrintedReport, PrintJob} from "../../../src/site/pdf/index.ts";
import {buildFixture, chapterTitles, fixturePage} from "./printEdition.ts";
import {flatten, fontsOf, linkWords, readPaint, readPdf, says} from "./readPdf.ts";

const marks = ["Synthetic data", "Draft: primary suppression only"];
const title = "Drug interventions in South Shire";

let folder: string;
let browser: Browser;
let job: PrintJob;
let printed: PrintedReport;
let pdf: Awaited<ReturnType<typeof readPdf>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smallprint-print-"));
  await buildFixture(folder);
  const facts = {title, runningTitle: "South Shire 2007/08", author: "South Shire Observatory", language: "en-GB"};
  job = {
    ...facts,
    folder,
    page: fixturePage,
    out: join(folder, "report.pdf"),
    published: "2009-01-15",
    marks,
    watermarks: marks,
  };
  browser = await launchBrowser();
  printed = await printReport(browser, job);
  pdf = await readPdf(job.out);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, {recursive: true, force: true});
});

/** The page of the first chapter, as the contents give it: what comes before it are the cover and the lists. */
const firstChapter = () => Number(/Key messages ?(\d+)/.exec(pdf.pages[1]?.text ?? "")?.[1]);
/** The page on which a phrase of the text stands, leaving the lists out. */
const pageOf = (phrase: string) =>
  pdf.pages.findIndex(({text}, index) => index >= firstChapter() - 1 && text.includes(phrase)) + 1;
const pagesWith = (phrase: string) => pdf.pages.slice(firstChapter() - 1).filter(({text}) => text.includes(phrase));
/** The page that the lists give for an entry. */
const listed = (entry: string) => {
  const lists = pdf.pages.slice(1, firstChapter() - 1).map(({text}) => text);
  const after = lists.join(" ").split(entry)[1];
  return Number(/^ ?(\d+)/.exec(after ?? "")?.[1]);
};
const allTags = () => pdf.pages.flatMap(({tags}) => flatten(tags));

describe("the pages", () => {
  test("are as many as is said, and the file as large", () => {
    expect(pdf.pages).toHaveLength(printed.pages);
    expect(pdf.bytes).toHaveLength(printed.bytes);
    expect(printed.pages).toBeGreaterThan(35);
    expect(printed.pages).toBeLessThan(60);
  });

  test("settle in two prints", () => expect(printed.passes).toBe(2));

  test("are A4, upright but for the wide tables", () => {
    const wide = pdf.pages.filter(({width, height}) => width > height);
    expect(wide.map(({text}) => text.includes("Area of residence"))).toEqual(wide.map(() => true));
    expect(wide.length).toBeGreaterThanOrEqual(3);
    for (const {width, height} of pdf.pages) {
      expect(Math.min(width, height)).toBeCloseTo(595.3, -0.5);
      expect(Math.max(width, height)).toBeCloseTo(841.9, -0.5);
    }
  });

  test("set prose at 10.5 points, however wide a table is", () => {
    const prose = pdf.pages.flatMap(({sizes}) => sizes).filter(({text}) => text.includes("month"));
    const sizes = new Set(prose.map(({size}) => size.toFixed(1)));
    expect(sizes).toEqual(new Set(["10.5", "12.5"]));
  });

  test("say on every one that the data are synthetic and the report a draft", () => {
    for (const {text} of pdf.pages) expect(text).toContain(marks.join(" · "));
  });

  test("carry the marks a second time as a watermark", () => {
    for (const {text} of pdf.pages) expect(text.split("Synthetic data").length).toBeGreaterThan(2);
  });

  test.each(chapterTitles.map((chapter, index) => ({chapter, next: chapterTitles[index + 1]})))(
    "of the chapter “$chapter” carry its title and the report's",
    ({chapter, next}) => {
      const starts = pdf.outline.find((bookmark) => bookmark.title === chapter) ? listed(chapter) : NaN;
      const ends = next === undefined ? pdf.pages.length : listed(next) - 1;
      expect(ends).toBeGreaterThanOrEqual(starts);
      for (const {text} of pdf.pages.slice(starts - 1, ends)) {
        expect(text).toContain(chapter);
        expect(text).toContain("South Shire 2007/08");
      }
    },
  );

  test("are numbered, but for the cover", () => {
    const folios = pdf.pages.map(({text}, index) =>
      new RegExp(`(^| )${index + 1} |${index + 1}${marks[0]}|only ?${index + 1}`).test(text),
    );
    expect(folios.slice(1)).toEqual(folios.slice(1).map(() => true));
    expect(pdf.pages[0]?.text).not.toContain("South Shire 2007/08");
  });
});

describe("the contents", () => {
  test.each(Array.from({length: 31}, (_, index) => index + 1))("name the page of figure %i", (number) => {
    const name = `Figure ${number}: the first category leads in figure ${number}`;
    expect(listed(name)).toBe(pageOf(`The first category leads in figure ${number} `));
  });

  test.each(["t-1", "a-1", "b-1"])("name the page of table %s", (id) => {
    expect(listed(`Table ${id}: clients by area`)).toBe(pageOf(`Clients by area, ${id}`));
  });
});

describe("what belongs together", () => {
  test.each(Array.from({length: 31}, (_, index) => index + 1))("figure %i is not cut", (number) => {
    expect(pageOf(`(ends figure ${number})`)).toBe(pageOf(`The first category leads in figure ${number} `));
  });

  test("no row of a table is cut", () => {
    for (let row = 1; row <= 60; row++) {
      const starts = pagesWith(`Row ${row} first line`);
      expect(starts.length).toBeGreaterThan(0);
      for (const {text} of starts) expect(text).toContain(`Row ${row} last line`);
    }
  });

  test("the head of a table is repeated on each of its pages", () => {
    for (const {text} of pagesWith("Row ")) expect(text).toContain("Area of residence");
  });

  test("a heading stays with what follows it", () => {
    for (let number = 1; number <= 31; number++) {
      const [page] = pagesWith(`What figure ${number} shows`);
      const after = page?.text.split(`What figure ${number} shows`)[1];
      expect(after).toContain("Most clients were seen once");
    }
  });
});

describe("for those who listen", () => {
  test("it is tagged, in a language, and shows its title", () => {
    expect(pdf.isTagged).toBe(true);
    expect(pdf.metadata.info).toMatchObject({Title: title, Language: "en-GB", Author: "South Shire Observatory"});
    expect(pdf.metadata.metadata.get("dc:title")).toBe(title);
    expect(pdf.objects.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).toString()).toContain(
      "/DisplayDocTitle true",
    );
  });

  test("every drawing has its alternative text", () => {
    const figures = allTags().filter(({role}) => role === "Figure");
    expect(figures).toHaveLength(32);
    expect(figures.map(({alt}) => alt)).toContain("Figure 31: bars of six categories");
    expect(figures.every(({alt}) => alt !== undefined)).toBe(true);
  });

  test("bookmarks say what the headings say", () => {
    const titles = pdf.outline.map((bookmark) => bookmark.title);
    expect(titles).toEqual([title, "Contents", "Figures", "Tables", ...chapterTitles]);
    expect(pdf.outline[5]?.items[0]?.title).toBe("What figure 1 shows");
  });

  test("the repeated head of a table is heard once", () => {
    const pagesThatSayIt = pdf.pages.filter(({tags}) => says(tags, "THead"));
    expect(pagesThatSayIt).toHaveLength(3);
    expect(pagesWith("Area of residence").length).toBeGreaterThan(3);
  });

  test("an item of a list has a body", () => {
    const roles = allTags().map(({role}) => role);
    expect(roles.filter((role) => role === "LBody")).toHaveLength(roles.filter((role) => role === "LI").length);
  });

  test("every link says where it leads", () => {
    const words = linkWords(pdf.objects);
    expect(words).toContain(`Table a-1: clients by area, page ${listed("Table a-1: clients by area")}`);
    expect(words).toContain("Back to the text");
    expect(words).toHaveLength(60);
  });

  test("nothing painted is neither tagged nor set aside", async () => {
    const paint = await readPaint(pdf.bytes);
    expect(paint.length).toBeGreaterThan(1000);
    expect(paint.filter(({isMarked}) => !isMarked)).toEqual([]);
  });

  test("it does not claim a standard that no validator has confirmed", () => {
    expect(pdf.metadata.metadata.getRaw()).not.toContain("pdfuaid");
  });
});

describe("the file", () => {
  test("carries its fonts, as outlines and not as drawings", () => {
    const fonts = fontsOf(pdf.objects);
    const descendants = fonts.filter((font) => font.has(PDFName.of("FontDescriptor")));
    expect(descendants.length).toBeGreaterThanOrEqual(3);
    for (const font of descendants)
      expect(font.lookup(PDFName.of("FontDescriptor"), PDFDict).has(PDFName.of("FontFile2"))).toBe(true);
    expect(fonts.filter((font) => font.get(PDFName.of("Subtype")) === PDFName.of("Type3"))).toEqual([]);
    const families = descendants.map((font) => String(font.get(PDFName.of("BaseFont"))));
    for (const family of families) expect(family).toMatch(/SourceSans3|SourceSerif4/);
  });

  test("is the same, byte for byte, when it is printed again", async () => {
    const again = join(folder, "again.pdf");
    await printReport(browser, {...job, out: again});
    expect((await readFile(again)).equals(pdf.bytes)).toBe(true);
  }, 30_000);

  test("bears no date but that of publication", () => {
    expect(pdf.metadata.info).toMatchObject({CreationDate: "D:20090115000000Z", ModDate: "D:20090115000000Z"});
    const ids = pdf.objects.context.trailerInfo.ID;
    expect(ids).toBeInstanceOf(PDFArray);
    expect(String(ids)).not.toContain("00000000");
  });

  test("is written whole or not at all", async () => {
    const out = join(folder, "never.pdf");
    await expect(printReport(browser, {...job, page: "nowhere/print/index.html", out})).rejects.toThrow(/no such page/);
    expect((await readdir(folder)).filter((name) => name.includes("never"))).toEqual([]);
  });
});
