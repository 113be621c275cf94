import {attribute, textOf, type PageElement} from "./parsePage.ts";

/** The size in bytes of the file that a link of a page leads to; undefined where there is none. */
export type SizeOf = (href: string) => number | undefined;

/**
 * Words that stand for an element whose number is checked against the structure of the page: a note's number against
 * the link or note that carries it, a file's size against the file, a chapter's number against the chapters.
 */
export function structuralWords(
  element: PageElement,
  sizeOf: SizeOf,
  chapters: ReadonlySet<string>,
): string | undefined {
  if (attribute(element, "class") === "note-mark") return noteMark(element);
  if (element.name === "b" && element.parent !== undefined) return noteNumber(element, element.parent);
  if (attribute(element, "class") === "chapter-number" && chapters.has(textOf(element))) return " ";
  return element.name === "a" ? downloadWords(element, sizeOf) : undefined;
}

/** `<sup class="note-mark"><a href="#introduction-note-3">Note 3</a></sup>` */
function noteMark(element: PageElement): string | undefined {
  const [link] = element.children.filter((child) => "name" in child);
  const number = link === undefined ? undefined : /-note-(\d+)$/.exec(attribute(link, "href"))?.[1];
  return number !== undefined && textOf(element) === `Note ${number}` ? " " : undefined;
}

/** `<p id="introduction-note-3"><b>3 </b> …` */
function noteNumber(element: PageElement, note: PageElement): string | undefined {
  const number = /-note-(\d+)$/.exec(attribute(note, "id"))?.[1];
  return number !== undefined && textOf(element) === number ? " " : undefined;
}

/** `Figure 7, data (CSV, 2 KB)` in a link to a file of that size. */
function downloadWords(link: PageElement, sizeOf: SizeOf): string | undefined {
  const text = textOf(link);
  const told = /\((?:[A-Z]+), ([\d.]+ [KM]B)\)/.exec(text);
  if (told?.[1] === undefined) return undefined;
  const bytes = sizeOf(attribute(link, "href"));
  return bytes !== undefined && isSize(told[1], bytes) ? text.replace(told[0], " ") : undefined;
}

/** Whether "2 KB" or "1.4 MB" is a file's size, rounded or rounded up. */
function isSize(told: string, bytes: number): boolean {
  const [number = "", unit] = told.split(" ");
  const size = unit === "KB" ? bytes / 1000 : bytes / 1_000_000;
  return Math.abs(Number(number) - size) < (unit === "KB" ? 1 : 0.051);
}
