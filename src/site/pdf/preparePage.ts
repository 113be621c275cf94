import type {Page} from "puppeteer-core";
import {pageStyles} from "./pageStyles.ts";

/** The text area in millimetres: upright as styles/print-edition.css has it, the width of a wide page as pageStyles.ts. */
const textArea = {width: 155, height: 243, wideWidth: 257};
const pixelsPerMillimetre = 96 / 25.4;

/** What the margins say of the report as a whole. */
export interface MarginWords {
  readonly runningTitle: string;
  readonly marks: readonly string[];
  readonly watermarks: readonly string[];
}

/** Makes an empty tab lay out what it loads as the printer will: print styles, and the width of the text area. */
export async function actAsPaper(page: Page): Promise<void> {
  const width = Math.round(textArea.width * pixelsPerMillimetre);
  await Promise.all([page.emulateMediaType("print"), page.setViewport({width, height: 1000})]);
}

/** Readies a loaded print edition for the printer: fonts, page rules, watermark, figures that fit their page. */
export async function preparePage(page: Page, {runningTitle, marks, watermarks}: MarginWords): Promise<void> {
  const parts = await page.evaluate(nameParts);
  await page.evaluate(adoptStyles, pageStyles({runningTitle, marks, parts}));
  await page.evaluate(addWatermark, watermarks);
  await page.evaluate(loadFonts);
  await page.evaluate(fitFigures, textArea.height * pixelsPerMillimetre);
  await page.evaluate(fitTables, textArea.wideWidth * pixelsPerMillimetre);
}

/**
 * Gives each part, and the wide tables in it, the named page that carries its running title. Lists that follow one
 * another share the first one's page, because a new name starts a new sheet. The parts of a brief report share one page.
 */
function nameParts(): string[] {
  const titles: string[] = [];
  for (const part of document.querySelectorAll<HTMLElement>("body:not(.brief) :is(nav.contents, section.chapter)")) {
    const title = part.dataset.runningTitle ?? part.querySelector("h1, h2")?.textContent ?? "";
    const follows = part.matches("nav.contents + nav.contents");
    const name = `part-${follows ? titles.length : titles.push(title.replace(/\s+/g, " ").trim())}`;
    part.style.setProperty("page", part.matches(".landscape") ? `${name}-wide` : name);
    for (const wide of part.querySelectorAll<HTMLElement>(".landscape")) wide.style.setProperty("page", `${name}-wide`);
  }
  return titles;
}

/** A constructed sheet, because the page's own policy refuses a style element. */
async function adoptStyles(styles: string): Promise<void> {
  document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(styles));
}

/** A fixed element is printed on every page. It is hidden from the tags: the foot of each page says the same. */
function addWatermark(words: readonly string[]): void {
  if (words.length === 0) return;
  const watermark = document.createElement("div");
  watermark.className = "watermark";
  watermark.ariaHidden = "true";
  for (const line of words) watermark.appendChild(document.createElement("div")).textContent = line;
  document.body.append(watermark);
}

async function loadFonts(): Promise<void> {
  await document.fonts.ready;
}

/** A figure may not be cut, so the drawing of one that is taller than a page is made smaller. */
function fitFigures(available: number): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure")) {
    const excess = figure.getBoundingClientRect().height - available;
    const drawings = [...figure.querySelectorAll("svg")].map((svg) => ({
      svg,
      height: svg.getBoundingClientRect().height,
    }));
    const drawn = drawings.reduce((sum, {height}) => sum + height, 0);
    if (excess <= 0 || drawn <= excess) continue;
    for (const {svg, height} of drawings)
      if (height > 0) svg.style.maxHeight = `${Math.floor((height * (drawn - excess)) / drawn)}px`;
  }
}

/** A table that is wider than its page is made smaller: otherwise Chromium would shrink the whole report to fit it. */
function fitTables(wideWidth: number): void {
  const textWidth = document.documentElement.clientWidth;
  for (const table of document.querySelectorAll<HTMLElement>("table")) {
    const wide = table.closest<HTMLElement>(".landscape");
    const available = wide ? wideWidth : textWidth;
    if (wide) wide.style.width = `${available}px`;
    const {width} = table.getBoundingClientRect();
    if (width > available + 0.5) table.style.setProperty("zoom", String(Math.floor((available / width) * 1000) / 1000));
    if (wide) wide.style.removeProperty("width");
  }
}
