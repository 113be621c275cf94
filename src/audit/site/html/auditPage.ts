import {auditText} from "../auditText.ts";
import type {Findings} from "../finding.ts";
import type {EditionScopes, Scope, ShownFigure} from "../scope.ts";
import {numbersMadeIn} from "../drawing/auditMade.ts";
import {spokenAttributes, wrongStructure} from "./attributes.ts";
import {blocksOf} from "./blocks.ts";
import {attribute, chainOf, elementsOf, whereStands, type PageElement} from "./parsePage.ts";
import {structuralWords, type SizeOf} from "./structuralNumbers.ts";

/** A page with what it may say. */
export interface AuditedPage {
  readonly file: string;
  readonly root: PageElement;
  /** Of the edition that the page belongs to; none for the pages of the whole site. */
  readonly scopes?: EditionScopes;
  /** Numbers that the page may show outside its chapters. */
  readonly numbers: ReadonlySet<string>;
  /** Wordings with digits that may stand anywhere on the page. */
  readonly phrases: readonly string[];
  /** Identifiers with digits: of editions, chapters and figures. */
  readonly names: ReadonlySet<string>;
  readonly sizeOf: SizeOf;
  /** The figure that all of a drawing in a file of its own is about. */
  readonly figure?: ShownFigure;
}

/** Elements that could show or hold a number out of every other check's sight. */
const unused = new Set(
  "script style template noscript iframe object embed canvas meter progress video audio input select textarea img picture source map area image use foreignobject animate set".split(
    " ",
  ),
);

/** Attributes by which what stands in the page would be seen otherwise than its style sheets say, or not at all. */
const hiding = ["style", "hidden", "popover"];

/** Channels of texts that say something of a scale, a control limit, or what is made of several cells, and are checked as that. */
const scaleWords = new Set(["x-tick", "y-tick", "x-begin", "y-begin", "key", "limit-number", "made-number"]);

/** Checks every text, attribute and identifier of a page; its tables and drawings are checked apart. */
export function auditPage(page: AuditedPage, findings: Findings): void {
  const {file, root, names} = page;
  const chapters = new Set(page.scopes?.edition.publication.chapters.map(({number}) => number));
  const ticks = ticksOf(page);
  const replace = (inner: PageElement): string | undefined =>
    ticks.has(inner) ? " " : structuralWords(inner, page.sizeOf, chapters);
  for (const {element, text} of blocksOf(root, replace)) {
    auditText(
      {
        text: withoutChapterNumber(element, text),
        file,
        place: whereStands(element),
        kind: kindOf(element),
        ...wordsAt(element, page),
      },
      findings,
    );
  }
  for (const element of elementsOf(root)) {
    if (unused.has(element.name.toLowerCase()) && !isLogo(element)) findings.add(unusedElement(file, element));
    if (hiding.some((name) => element.attributes.has(name))) findings.add(hiddenElement(file, element));
    for (const [name, text] of spokenAttributes(element, isInDrawing(element))) {
      auditText(
        {text, file, place: `${whereStands(element)}, ${name}`, kind: kindOf(element), ...wordsAt(element, page)},
        findings,
      );
    }
    for (const name of wrongStructure(element, names)) {
      const what = `${name} holds digits that name no edition, chapter, figure, note or row`;
      findings.add({file, place: whereStands(element), what, remedy: "Rename it, and build again"});
    }
  }
}

/** The publisher's mark at the head of a page, which is read as a file of its own and is the only picture of the site. */
function isLogo(element: PageElement): boolean {
  const isMark = attribute(element, "class") === "logo" && attribute(element, "alt") === "";
  const isHead = chainOf(element).some((one) => one.name === "header" && attribute(one, "class") === "site-header");
  return element.name === "img" && isMark && isHead && /^(\.\.\/)*logo\.svg$/.test(attribute(element, "src") ?? "");
}

/** The figure that an element stands in; undefined outside figures. */
export function figureAt(element: PageElement, scopes: EditionScopes | undefined): ShownFigure | undefined {
  const ids = chainOf(element).map((ancestor) => attribute(ancestor, "id"));
  return ids.map((id) => scopes?.figures.get(id)).find((figure) => figure !== undefined);
}

/** The words of axes and keys: they are checked with the scales of their drawing. */
function ticksOf({root, scopes, figure}: AuditedPage): ReadonlySet<PageElement> {
  const drawings = elementsOf(root).filter(({name}) => name === "svg");
  const ofFigures = drawings.filter((svg) => (figureAt(svg, scopes) ?? figure) !== undefined);
  return new Set(
    ofFigures.flatMap((svg) => elementsOf(svg).filter((text) => scaleWords.has(attribute(text, "data-channel")))),
  );
}

function wordsAt(element: PageElement, page: AuditedPage): Pick<Scope, "numbers" | "phrases"> {
  const {scopes, numbers, phrases, figure} = page;
  const scope = (figureAt(element, scopes) ?? figure)?.scope ?? chapterAt(element, scopes);
  if (scope === undefined) return {numbers, phrases};
  return {numbers: scope.numbers.union(madeAround(element)), phrases: [...phrases, ...scope.phrases]};
}

/** What a drawing says of itself in words may repeat the numbers that it writes as made of its cells. */
function madeAround(element: PageElement): ReadonlySet<string> {
  const svg = chainOf(element).find(({name}) => name === "svg");
  return new Set(svg === undefined ? [] : numbersMadeIn(svg));
}

function chapterAt(element: PageElement, scopes: EditionScopes | undefined): Scope | undefined {
  const ids = chainOf(element).map((ancestor) => attribute(ancestor, "id"));
  return ids.map((id) => scopes?.chapters.get(id)).find((scope) => scope !== undefined);
}

/** A chapter's heading names its number: "Chapter 3" in a paragraph of its own. */
function withoutChapterNumber(element: PageElement, text: string): string {
  return attribute(element, "class") === "chapter-number" ? text.replace(/\b\d{1,2}\b/, " ") : text;
}

function isInDrawing(element: PageElement): boolean {
  return chainOf(element).some(({name}) => name === "svg");
}

function kindOf(element: PageElement): "tables" | "drawings" | "pages" {
  const names = chainOf(element).map(({name}) => name);
  if (names.includes("svg")) return "drawings";
  return names.includes("table") ? "tables" : "pages";
}

function hiddenElement(file: string, element: PageElement) {
  const what = `<${element.name}> has a look of its own, or none: no page of the site styles or hides a single element`;
  return {file, place: whereStands(element), what, remedy: "Take it out of the layout, and build again"};
}

function unusedElement(file: string, element: PageElement) {
  return {
    file,
    place: whereStands(element),
    what: `<${element.name}> is an element that no page of the site has: what it holds or draws cannot be checked`,
    remedy: "Take it out of the layout, and build again",
  };
}
