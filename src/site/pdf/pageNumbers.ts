import {PDFArray, PDFDict, PDFName, type PDFDocument} from "./pdfLibrary.ts";
import type {Page} from "puppeteer-core";

/** The page, counted from one, on which each link target of the print edition stands. */
export type PageNumbers = ReadonlyMap<string, number>;

/** Reads from a printed PDF where the targets of its links stand: Chromium names each of them in the catalogue. */
export function readPageNumbers(pdf: PDFDocument): PageNumbers {
  const pages = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1]));
  const destinations = pdf.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict)?.entries() ?? [];
  const found = destinations.flatMap(([name, place]) => {
    const target = pdf.context.lookup(place, PDFArray).get(0);
    const number = [...pages].find(([ref]) => ref === target)?.[1];
    return number === undefined ? [] : [[name.decodeText(), number] as const];
  });
  return new Map(found);
}

/**
 * Writes the page numbers into the lists of contents, figures and tables.
 * @returns the targets that stand on no page
 */
export async function fillPageNumbers(page: Page, numbers: PageNumbers): Promise<readonly string[]> {
  return page.evaluate(
    (entries) => {
      const known = new Map(entries);
      const places = [...document.querySelectorAll<HTMLElement>(".page-number[data-target]")];
      for (const place of places) place.textContent = String(known.get(place.dataset.target ?? "") ?? "");
      return places.filter((place) => place.textContent === "").map((place) => place.dataset.target ?? "");
    },
    [...numbers],
  );
}

/** Two prints agree when every target stands on the same page in both. */
export function agree(first: PageNumbers, second: PageNumbers): boolean {
  return first.size === second.size && [...first].every(([target, number]) => second.get(target) === number);
}
