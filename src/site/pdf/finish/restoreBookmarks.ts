import {PDFDict, PDFHexString, PDFName} from "../pdfLibrary.ts";
import {PrintError} from "../PrintError.ts";
import type {PrintedPdf} from "./printedPdf.ts";

/**
 * Writes the real words of the headings into the bookmarks: Chromium loses the space where a heading wraps, and says
 * twice what also names its section.
 */
export function restoreBookmarks({pdf, spoken, facts}: PrintedPdf): void {
  const outlines = pdf.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict);
  const bookmarks = outlines ? entriesUnder(outlines) : [];
  const isSame = bookmarks.length === spoken.headings.length;
  if (!isSame)
    throw new PrintError(
      facts.page,
      `it has ${spoken.headings.length} headings but ${bookmarks.length} bookmarks were printed`,
    );
  for (const [index, bookmark] of bookmarks.entries()) {
    const heading = spoken.headings[index] ?? "";
    bookmark.set(PDFName.of("Title"), PDFHexString.fromText(heading));
  }
}

function entriesUnder(parent: PDFDict): PDFDict[] {
  const found: PDFDict[] = [];
  for (
    let entry = parent.lookupMaybe(PDFName.of("First"), PDFDict);
    entry;
    entry = entry.lookupMaybe(PDFName.of("Next"), PDFDict)
  ) {
    found.push(entry, ...entriesUnder(entry));
  }
  return found;
}
