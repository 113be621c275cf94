import type {PDFContext} from "../pdfLibrary.ts";
import {forget} from "./forget.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import type {Tag} from "./tagTree.ts";
import {allTags, asMarkedContent, kidsOf, kidTags, roleOf, setKids, withDescendants} from "./tagTree.ts";

/**
 * Keeps the first copy of a table's head in the tags and makes the copies on later pages artifacts: Chromium puts all
 * copies into one cell, and a reader would hear "Male Male Male".
 */
export function dropRepeatedHeads(printed: PrintedPdf): void {
  const {context} = printed.pdf;
  for (const row of allTags(printed.pdf)) {
    if (!isHeadRow(context, row)) continue;
    const cells = withDescendants(context, row);
    const first = cells
      .flatMap((tag) => kidsOf(context, tag.dict).map((kid) => asMarkedContent(tag, kid)))
      .find(Boolean);
    for (const tag of cells) keepOnPage(printed, tag, first?.page);
  }
}

function isHeadRow(context: PDFContext, row: Tag): boolean {
  const cells = kidTags(context, row.dict);
  return roleOf(row) === "TR" && cells.length > 0 && cells.every((cell) => roleOf(cell) === "TH");
}

function keepOnPage(printed: PrintedPdf, tag: Tag, page: unknown): void {
  const {context} = printed.pdf;
  const kids = kidsOf(context, tag.dict);
  const kept = kids.filter((kid) => {
    const content = asMarkedContent(tag, kid);
    if (!content || content.page === page) return true;
    forget(printed, content);
    return false;
  });
  if (kept.length < kids.length) setKids(context, tag.dict, kept);
}
