import {PDFArray, PDFDict, PDFName, PDFNull, PDFNumber} from "../pdfLibrary.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import type {MarkedContent} from "./tagTree.ts";

/** Takes marked content out of the text: it is remembered as an artifact, and the way from it to its tag is closed. */
export function forget({pdf, artifacts}: PrintedPdf, {page, number}: MarkedContent): void {
  const numbers = artifacts.get(page) ?? new Set();
  artifacts.set(page, numbers.add(number));
  const key = pdf.context.lookup(page, PDFDict).lookup(PDFName.of("StructParents"), PDFNumber).asNumber();
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const entries = root.lookup(PDFName.of("ParentTree"), PDFDict).lookup(PDFName.of("Nums"), PDFArray);
  for (let index = 0; index < entries.size(); index += 2) {
    if (entries.lookup(index, PDFNumber).asNumber() !== key) continue;
    entries.lookup(index + 1, PDFArray).set(number, PDFNull);
  }
}
