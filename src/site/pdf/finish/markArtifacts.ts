import {deflateSync, inflateSync} from "node:zlib";
import {PDFName, PDFRawStream, PDFRef, type PDFPage} from "../pdfLibrary.ts";
import type {PrintedPdf} from "./printedPdf.ts";

const unknownContent = "The browser wrote the content of a page in a way that is not known here.";
const pathStart = /(^|\s)(m|re)$/;
const pathEnd = /(^|\s)(f\*?|F|B\*?|b\*?|S|s|n)$/;
const markedContent = /^\/(\w+) <<\/MCID (\d+) >>\s*BDC$/;

/**
 * Marks as artifacts what is printed but not part of the text: running heads, folios, the marks of the margin, the
 * watermark, rules, and whatever earlier steps have taken out (PDF/UA-1, 7.1: all content is tagged or an artifact).
 */
export function markArtifacts({pdf, artifacts}: PrintedPdf): void {
  const none = new Set<number>();
  for (const page of pdf.getPages()) rewrite(page, artifacts.get(page.ref) ?? none);
}

function rewrite(page: PDFPage, dropped: ReadonlySet<number>): void {
  const stream = page.node.lookup(PDFName.of("Contents"));
  if (!(stream instanceof PDFRawStream)) throw new Error(unknownContent);
  const isPacked = stream.dict.has(PDFName.of("Filter"));
  const bytes = isPacked ? inflateSync(stream.contents) : stream.contents;
  const marked = markLines(Buffer.from(bytes).toString("latin1").split("\n"), dropped).join("\n");
  const packed = deflateSync(Buffer.from(marked, "latin1"));
  const ref = page.node.get(PDFName.of("Contents"));
  if (!(ref instanceof PDFRef)) throw new Error(unknownContent);
  const {context} = page.doc;
  context.assign(ref, PDFRawStream.of(context.obj({Filter: "FlateDecode", Length: packed.length}), packed));
}

/**
 * Chromium writes one operator a line. What stands outside marked content is wrapped: a text object as matter of the
 * page (heads and feet), a painted path as layout (rules). A path that only clips paints nothing and is left alone.
 */
export function markLines(lines: readonly string[], dropped: ReadonlySet<number>): string[] {
  const out: string[] = [];
  let depth = 0;
  let path: string[] = [];
  let inText = false;
  for (const line of lines) {
    const marked = markedContent.exec(line);
    if (marked) {
      depth += 1;
      out.push(dropped.has(Number(marked[2])) ? "/Artifact BMC" : line);
    } else if (/(BDC|BMC)$/.test(line)) {
      depth += 1;
      out.push(line);
    } else if (line === "EMC") {
      depth -= 1;
      out.push(line);
    } else if (depth > 0) {
      out.push(line);
    } else if (line === "BT") {
      inText = true;
      out.push("/Artifact <</Type /Pagination >> BDC", line);
    } else if (line === "ET") {
      inText = false;
      out.push(line, "EMC");
    } else if (!inText && (path.length > 0 || pathStart.test(line))) {
      path.push(line);
      if (!pathEnd.test(line)) continue;
      out.push(...(line.endsWith("n") ? path : ["/Artifact <</Type /Layout >> BDC", ...path, "EMC"]));
      path = [];
    } else if (/\s(Do|sh)$/.test(line)) {
      out.push("/Artifact <</Type /Layout >> BDC", line, "EMC");
    } else {
      out.push(line);
    }
  }
  return [...out, ...path];
}
