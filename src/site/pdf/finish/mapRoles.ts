import {PDFDict, PDFName} from "../pdfLibrary.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import {allTags, roleOf} from "./tagTree.ts";

/** Roles of PDF 2.0 that Chromium writes into a file that says it is older, and what an older reader takes them for. */
const olderRoles: Readonly<Record<string, string>> = {
  Aside: "Div",
  DocumentFragment: "Div",
  Em: "Span",
  FENote: "Note",
  Strong: "Span",
  Sub: "Span",
  Title: "P",
};

/** Names the older role of each newer one in use (PDF/UA-1, 7.1: every role maps to a standard one). */
export function mapRoles({pdf}: PrintedPdf): void {
  const used = new Set(allTags(pdf).map(roleOf));
  const map = Object.entries(olderRoles).filter(([role]) => used.has(role));
  if (map.length === 0) return;
  pdf.catalog
    .lookup(PDFName.of("StructTreeRoot"), PDFDict)
    .set(PDFName.of("RoleMap"), pdf.context.obj(Object.fromEntries(map)));
}
