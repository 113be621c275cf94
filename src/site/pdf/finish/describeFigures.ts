import {PDFName} from "../pdfLibrary.ts";
import {PrintError} from "../PrintError.ts";
import type {PrintedPdf} from "./printedPdf.ts";
import {allTags, roleOf, setRole, withDescendants} from "./tagTree.ts";

/**
 * Leaves the role of a figure to what has an alternative text. A `<figure>` round a described drawing becomes a plain
 * division, because Chromium tags both as figures and describes only the inner one (PDF/UA-1, 7.3).
 */
export function describeFigures({pdf, facts}: PrintedPdf): void {
  for (const tag of allTags(pdf)) {
    if (roleOf(tag) !== "Figure" || tag.dict.has(PDFName.of("Alt"))) continue;
    const inner = withDescendants(pdf.context, tag).slice(1);
    if (!inner.some((one) => roleOf(one) === "Figure"))
      throw new PrintError(facts.page, "a drawing has no alternative text. Give its svg role=img and an aria-label");
    setRole(tag, "Div");
  }
}
