import {readFile} from "node:fs/promises";
import {PDFDict, PDFDocument, PDFHexString, PDFName} from "pdf-lib";
import {AnnotationMode, getDocument, OPS} from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of the tag tree as far as it says something on one page. */
export interface TagNode {
  readonly role: string;
  readonly alt?: string;
  readonly children: readonly (TagNode | {readonly type: string})[];
}

/** A bookmark and those under it. */
export interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** A printed page as a reader gets it: its size in points, its words in the order of the file. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Height of the letters of each run of text, in points. */
  readonly sizes: readonly {readonly text: string; readonly size: number}[];
  readonly tags: TagNode;
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
    const sizes = items.flatMap((item) => ("str" in item ? [{text: item.str, size: item.height}] : []));
    pages.push({width, height, sizes, text: text.replace(/\s+/g, " "), tags: await page.getStructTree()});
  }
  const outline = (await document.getOutline()) as Bookmark[];
  const metadata = await document.getMetadata();
  const mark: unknown = await document.getMarkInfo();
  const isTagged = mark instanceof Map && mark.get("Marked") === true;
  await task.destroy();
  return {bytes, pages, outline, metadata, isTagged, objects: await PDFDocument.load(bytes, {updateMetadata: false})};
}

/** What a reader of tags meets, in order: role, and alternative text where there is one. */
export function flatten(node: TagNode): {role: string; alt?: string}[] {
  const kids = node.children.flatMap((child) => ("children" in child ? flatten(child) : []));
  return [{role: node.role, ...(node.alt === undefined ? {} : {alt: node.alt})}, ...kids];
}

/** Whether words of an element with this role stand on the page. */
export function says(node: TagNode, role: string, within = false): boolean {
  const inside = within || node.role === role;
  return node.children.some((child) =>
    "children" in child ? says(child, role, inside) : inside && child.type === "content",
  );
}

/** What the links say of themselves to listeners. */
export function linkWords(pdf: PDFDocument): (string | undefined)[] {
  const areas = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
  return areas.map((area) =>
    pdf.context.lookup(area, PDFDict).lookupMaybe(PDFName.of("Contents"), PDFHexString)?.decodeText(),
  );
}

/** The fonts of a file. */
export function fontsOf(pdf: PDFDocument): PDFDict[] {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return objects.filter(
    (object) => object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("Font"),
  ) as PDFDict[];
}

const painting = new Set(
  [
    ...[
      "stroke",
      "closeStroke",
      "fill",
      "eoFill",
      "fillStroke",
      "eoFillStroke",
      "closeFillStroke",
      "closeEOFillStroke",
    ],
    ...["showText", "showSpacedText", "nextLineShowText", "nextLineSetSpacingShowText", "shadingFill"],
    ...[
      "paintXObject",
      "paintFormXObjectBegin",
      "paintImageXObject",
      "paintImageMaskXObject",
      "paintInlineImageXObject",
    ],
    ...["paintImageXObjectRepeat", "paintImageMaskXObjectRepeat", "paintSolidColorImageMask", "rawFillPath"],
  ].map((name) => (OPS as Readonly<Record<string, number>>)[name]),
);

/** What a page paints, by the operator's number, and whether in marked content. */
export interface Paint {
  readonly operator: number;
  readonly isMarked: boolean;
}

/** Everything that the pages of a PDF paint, as a reader finds it that parses operators, whatever lines they stand in. */
export async function readPaint(bytes: Uint8Array): Promise<readonly Paint[]> {
  const task = getDocument({data: new Uint8Array(bytes), verbosity: 0});
  const document = await task.promise;
  const paint: Paint[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const {fnArray, argsArray} = await page.getOperatorList({annotationMode: AnnotationMode.DISABLE});
    let depth = 0;
    for (const [at, operator] of fnArray.entries()) {
      if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1;
      if (operator === OPS.endMarkedContent) depth -= 1;
      // A path carries what is done with it.
      const done = operator === OPS.constructPath ? (argsArray[at] as readonly number[])[0] : operator;
      if (done !== undefined && painting.has(done)) paint.push({operator: done, isMarked: depth > 0});
    }
    if (depth !== 0) throw new Error(`page ${number} ends within marked content`);
  }
  await task.destroy();
  return paint;
}
