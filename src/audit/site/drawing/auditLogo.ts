import type {Findings} from "../finding.ts";
import {attribute, elementsOf, textRuns, whereStands, type PageElement} from "../html/parsePage.ts";

/** A drawing of the publisher's or of the program, as its file has it and as it is parsed. */
export interface LogoFile {
  readonly file: string;
  readonly text: string;
  readonly root: PageElement;
}

/** What draws a mark. Neither text nor a picture nor a style does: a number could stand in them out of every check's sight. */
const drawing = new Set(
  "svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask".split(
    " ",
  ),
);

/** Attributes that hold words; what any other holds are numbers of the drawing, names of colours and of ways to paint. */
const wordy = /^(aria-.*|data-.*|on.*|alt|title|name|value|style|class|role|lang|src|label|content)$/;

/** Numbers, names of colours and of ways to paint; references within the drawing stand beside them. */
const plain = /^[\w\s#.,%+()-]*$/;
const reference = /url\(#[a-z]+\)/g;

const remedy = "Take out of the drawing what is no plain shape, and build again";

/**
 * Checks a drawing that no release answers for: shapes and paints alone, named by letters, with nothing in it that could
 * be read, heard or run. `expected` is the drawing that the project has for it, to the sign.
 */
export function auditLogo({file, text, root}: LogoFile, findings: Findings, expected?: string): void {
  if (expected !== undefined && text !== expected) {
    findings.add({file, place: "the whole drawing", what: "it is not the logo of the project's theme", remedy});
  }
  // A reader of XML would see other parts than a reader of pages does.
  if (/<[!?]|&/.test(text)) {
    const what = "the file holds a comment, a declaration or an escape, which is nothing that is drawn";
    findings.add({file, place: "the whole drawing", what, remedy});
  }
  for (const {parent, text: words} of textRuns(root)) {
    if (words.trim() !== "") findings.add({file, place: whereStands(parent), what: "words stand in a logo", remedy});
  }
  for (const element of elementsOf(root).slice(1)) {
    const what = faultOf(element);
    if (what !== undefined) findings.add({file, place: whereStands(element), what, remedy});
  }
}

function faultOf(element: PageElement): string | undefined {
  if (!drawing.has(element.name))
    return `<${element.name}> is no plain shape: what it holds or draws cannot be checked`;
  const names = [...element.attributes.keys()].filter((name) => name !== "xmlns");
  const strange = names.find((name) => wordy.test(name) || !isPlain(name, attribute(element, name)));
  return strange === undefined
    ? undefined
    : `its attribute ${strange} says more than where a shape is and how it is painted`;
}

function isPlain(name: string, value: string): boolean {
  if (name === "id") return /^[a-z]+$/.test(value);
  if (name === "href") return /^#[a-z]+$/.test(value);
  const beside = value.replaceAll(reference, " ");
  return plain.test(beside) && !/url/i.test(beside);
}
