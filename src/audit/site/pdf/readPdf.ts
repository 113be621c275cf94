/** Everything in a PDF that somebody can read, hear or extract. */
export interface PdfText {
  /** "page 3", "bookmarks", "description of a figure on page 3" … */
  readonly place: string;
  readonly text: string;
}

interface Structure {
  readonly alt?: string;
  readonly children?: readonly object[];
}

/** The texts of a PDF: pages as they are laid out, alternative texts, bookmarks, properties and names of attachments. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{texts: readonly PdfText[]; pages: number; attachments: readonly string[]}> {
  // Loaded only here: it is as large as all the rest, and a release has no PDF yet.
  const {getDocument} = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false});
  const document = await loading.promise;
  const texts: PdfText[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const {items} = await page.getTextContent();
    const text = joinRuns(items.flatMap((item) => ("str" in item ? [item] : [])));
    texts.push({place: `page ${String(number)}`, text});
    const alternatives = alternativesIn(await page.getStructTree());
    texts.push(...alternatives.map((alt) => ({place: `description on page ${String(number)}`, text: alt})));
    const notes = notesIn(await page.getAnnotations(), document.numPages);
    texts.push(...notes.map((text) => ({place: `note on page ${String(number)}`, text})));
    page.cleanup();
  }
  const outline = await document.getOutline();
  texts.push(...bookmarksIn(outline ?? []).map((title) => ({place: "bookmarks", text: title})));
  const {info, metadata} = await document.getMetadata();
  // The packet repeats dates and versions of programs, which stand in attributes and in elements of other names.
  const packet = [...metadataText(metadata).matchAll(/<(?:dc|pdf):(?!Producer)\w+\b[^>]*>([\s\S]*?)<\/(?:dc|pdf):/g)];
  texts.push(...packet.map(([, text = ""]) => ({place: "metadata", text: text.replace(/<[^>]*>/g, " ")})));
  texts.push(...wordsIn(info).map((text) => ({place: "properties", text})));
  const attached: unknown = await document.getAttachments();
  const attachments = attached instanceof Map ? [...attached.keys()].map(String) : Object.keys(attached ?? {});
  const pages = document.numPages;
  await loading.destroy();
  return {texts, pages, attachments};
}

interface TextRun {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  /** The last two are where the run starts. */
  readonly transform: readonly number[];
}

/** Runs of text as a reader sees them: those that stand apart are no one word. */
function joinRuns(runs: readonly TextRun[]): string {
  return runs
    .map(({str, hasEOL}, index) => {
      const before = runs[index - 1];
      const own = runs[index];
      const isApart =
        before !== undefined &&
        own !== undefined &&
        !before.hasEOL &&
        Math.abs(startOf(own) - startOf(before) - before.width) > 1;
      return `${isApart ? " " : ""}${str}${hasEOL ? "\n" : ""}`;
    })
    .join("");
}

function startOf({transform}: TextRun): number {
  return transform[4] ?? 0;
}

interface Annotation {
  readonly subtype?: string;
  readonly contentsObj?: {readonly str?: string};
  readonly titleObj?: {readonly str?: string};
  readonly fieldValue?: unknown;
}

/** What notes, fields and links of a page say; a link of the contents ends with the page that it leads to. */
function notesIn(annotations: readonly unknown[], pages: number): readonly string[] {
  return annotations.flatMap((annotation) => {
    const said = annotation as Annotation;
    const texts = [said.contentsObj?.str, said.titleObj?.str, said.fieldValue];
    return texts
      .filter((text) => typeof text === "string")
      .map((text) => {
        const page = /\s(\d{1,3})$/.exec(text)?.[1];
        const isOfContents = said.subtype === "Link" && page !== undefined && Number(page) <= pages;
        return isOfContents ? text.replace(/\d+$/, "") : text;
      });
  });
}

function metadataText(metadata: unknown): string {
  const read = (metadata as {getRaw?: () => unknown} | null)?.getRaw?.();
  return typeof read === "string" ? read : "";
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function bookmarksIn(outline: readonly Bookmark[]): readonly string[] {
  return outline.flatMap(({title, items}) => [title, ...bookmarksIn(items)]);
}

function alternativesIn(tree: Structure | null): readonly string[] {
  if (tree === null) return [];
  const below = (tree.children ?? []).flatMap((child) => alternativesIn(child));
  return [...(tree.alt === undefined ? [] : [tree.alt]), ...below];
}

/** Title, author, subject and keywords; dates and versions are the program's own. */
function wordsIn(info: object): readonly string[] {
  return Object.entries(info).flatMap(([name, value]) =>
    ["Title", "Author", "Subject", "Keywords"].includes(name) && typeof value === "string" ? [value] : [],
  );
}
