import {ParseSpeeds, PDFDocument} from "./pdfLibrary.ts";
import type {Browser, Page} from "puppeteer-core";
import {writeWhole} from "../../files/index.ts";
import {finishPdf} from "./finish/finishPdf.ts";
import {agree, fillPageNumbers, readPageNumbers} from "./pageNumbers.ts";
import type {PageNumbers} from "./pageNumbers.ts";
import {actAsPaper, preparePage} from "./preparePage.ts";
import {PrintError} from "./PrintError.ts";
import {readSpokenText} from "./readSpokenText.ts";
import {origin, serveFolder} from "./serveFolder.ts";

/** What to print, where to, and what the document says of itself. */
export interface PrintJob {
  /** The built site. */
  readonly folder: string;
  /** The path of a host under which the site's addresses start: "/" unless the site is built for another. */
  readonly base?: string;
  /** The print edition within the folder, as "south-east-2007-08/print/index.html". */
  readonly page: string;
  /** The PDF file to write. */
  readonly out: string;
  readonly title: string;
  /** The report in the running head, short enough for half a line. */
  readonly runningTitle: string;
  readonly author: string;
  /** Language of the text, as "en-GB". */
  readonly language: string;
  /** The edition's publication date: the only date that the file carries. A draft carries none. */
  readonly published?: string;
  /** What every page must say of itself, as "Synthetic data". */
  readonly marks: readonly string[];
  /** What stands across every page too. */
  readonly watermarks: readonly string[];
}

/** A printed report: size of the file, number of its pages, and how often it was printed until its contents were right. */
export interface PrintedReport {
  readonly bytes: number;
  readonly pages: number;
  readonly passes: number;
}

/** The numbers of the contents are given a width of their own, so two passes settle; more means that they push lines. */
const mostPasses = 4;

/**
 * Prints the print edition of a built site to a tagged PDF. The file appears whole or not at all.
 * @throws PrintError when the page asks for what is not in the site, or its contents do not settle
 */
export async function printReport(browser: Browser, job: PrintJob): Promise<PrintedReport> {
  const page = await browser.newPage();
  try {
    await loadPage(page, job);
    const printed = await printUntilSettled(page, job);
    const finished = await finishPdf(printed.pdf, {facts: job, spoken: await readSpokenText(page)});
    writeWhole(job.out, finished);
    return {bytes: finished.length, pages: printed.pdf.getPageCount(), passes: printed.passes};
  } finally {
    await page.close();
  }
}

async function loadPage(page: Page, job: PrintJob): Promise<void> {
  const base = job.base ?? "/";
  await actAsPaper(page);
  const refused = await serveFolder(page, {folder: job.folder, base});
  const response = await page.goto(`${origin}${base}${job.page}`, {waitUntil: "load"}).catch(() => null);
  if (!response?.ok()) throw new PrintError(job.page, `there is no such page in ${job.folder}. Build the site first`);
  await preparePage(page, job);
  if (refused.length > 0)
    throw new PrintError(job.page, `it asks for ${refused.join(", ")}, which the site does not hold`);
}

async function printUntilSettled(page: Page, job: PrintJob): Promise<{pdf: PDFDocument; passes: number}> {
  let numbers: PageNumbers = new Map();
  for (let pass = 1; pass <= mostPasses; pass++) {
    const pdf = await print(page, pass);
    const found = readPageNumbers(pdf);
    if (pass > 1 && agree(numbers, found)) return {pdf, passes: pass};
    const lost = await fillPageNumbers(page, found);
    if (lost.length > 0)
      throw new PrintError(job.page, `the contents name ${lost.join(", ")}, which stands on no page`);
    numbers = found;
  }
  throw new PrintError(job.page, `the page numbers of the contents have not settled after ${mostPasses} prints`);
}

/** The first print only shows where things stand, and is quicker without tags. */
async function print(page: Page, pass: number): Promise<PDFDocument> {
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: pass > 1,
    outline: pass > 1,
    waitForFonts: true,
  });
  return PDFDocument.load(bytes, {updateMetadata: false, parseSpeed: ParseSpeeds.Fastest});
}
