import {readFile} from "node:fs/promises";
import {PDFDocument} from "pdf-lib";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";
import type {StructTreeNode} from "pdfjs-dist/types/src/display/api.d.ts";

/** A printed page as a reader gets it: its size in points, its words in the order of the file. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly tags: StructTreeNode;
}

/** Parses a PDF back, with two parsers that had no part in writing it or only in finishing it. */
export async function readPdf(path: string) {
  const bytes = await readFile(path);
  const task = getDocument({data: new Uint8Array(bytes), verbosity: 0});
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const {items} = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push({width, height, text: text.replace(/\s+/g, " "), tags: await page.getStructTree()});
  }
  const outline = await document.getOutline();
  const metadata = await document.getMetadata();
  const mark: unknown = await document.getMarkInfo();
  const isTagged = mark instanceof Map && mark.get("Marked") === true;
  await task.destroy();
  return {bytes, pages, outline, metadata, isTagged, objects: await PDFDocument.load(bytes, {updateMetadata: false})};
}

/** What a reader of tags meets, in order: role, and alternative text where there is one. */
export function flatten(node: StructTreeNode): {role: string; alt?: string}[] {
  const kids = node.children.flatMap((child) => ("children" in child ? flatten(child) : []));
  return [{role: node.role, ...(node.alt === undefined ? {} : {alt: node.alt})}, ...kids];
}

/** Whether words of an element with this role stand on the page. */
export function says(node: StructTreeNode, role: string, within = false): boolean {
  const inside = within || node.role === role;
  return node.children.some((child) =>
    "children" in child ? says(child, role, inside) : inside && child.type === "content",
  );
}
