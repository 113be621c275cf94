import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ProtocolError, TimeoutError} from "puppeteer-core";
import {BrowserError, launchBrowser, printReport} from "../pdf/index.ts";
import {noticesOf, watermarksOf} from "../views/noticesOf.ts";
import {fileSize} from "../formats/fileSize.ts";
import {readableEditions, readEdition} from "../edition/readEdition.ts";
import {sizePlace} from "../views/pdfLink.ts";
import type {SiteRequest} from "../edition/siteRequest.ts";

const pagesWithSize = ["index.html", "methods/index.html", "data/index.html"] as const;

/** Prints the print edition of every report, takes its page out of the site and tells the others how large the file is. */
export async function printEditions(request: SiteRequest): Promise<void> {
  const editions = readableEditions(request);
  if (request.pdf && editions.length > 0) await printAll(editions, request);
  for (const edition of editions) await rm(join(request.out, edition, "print"), {recursive: true, force: true});
}

async function printAll(editions: readonly string[], request: SiteRequest): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const edition of editions) await printEdition(edition, {browser, request});
  } catch (error) {
    const isBrowsers = !browser.connected || error instanceof ProtocolError || error instanceof TimeoutError;
    throw isBrowsers ? gaveUp(error) : error;
  } finally {
    await browser.close();
  }
}

/** A browser that ends or falls silent has no room, on the disk for temporary files or in memory, or is broken. */
function gaveUp(cause: unknown): BrowserError {
  return new BrowserError(
    `The browser ended, or answered no more, while it printed. See whether there is room in ${tmpdir()} and in memory, or name another in CHROME_PATH.`,
    {cause},
  );
}

async function printEdition(
  edition: string,
  {browser, request}: {browser: Awaited<ReturnType<typeof launchBrowser>>; request: SiteRequest},
): Promise<void> {
  const {publication, releases} = readEdition(edition, request);
  const {report} = publication;
  const notices = noticesOf(releases);
  const {bytes} = await printReport(browser, {
    folder: request.out,
    page: `${edition}/print/index.html`,
    out: join(request.out, edition, `${edition}.pdf`),
    title: report.title,
    runningTitle: `${report.region.label} ${report.period.label}`,
    author: report.publisher,
    language: "en-GB",
    ...(report.published !== undefined && {published: report.published}),
    marks: notices.map(({heading}) => heading),
    watermarks: watermarksOf(notices),
  });
  const files = ["../index.html", ...pagesWithSize].map((page) => join(request.out, edition, page));
  for (const file of files) await tellSize(file, {edition, bytes});
}

async function tellSize(file: string, {edition, bytes}: {edition: string; bytes: number}): Promise<void> {
  if (!existsSync(file)) return;
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replaceAll(`${sizePlace}-${edition}`, fileSize(bytes)));
}
