import {parse, parseFragment, type DefaultTreeAdapterTypes as Tree} from "parse5";

/** An element of a parsed page or drawing. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (PageElement | PageText)[];
  readonly parent?: PageElement;
  readonly line: number;
}

/** A run of text, or a comment: nobody sees one on the page, but everybody can read it. */
export interface PageText {
  readonly text: string;
  readonly parent: PageElement;
  readonly line: number;
}

/** Parses a page as a browser does, so that what a browser shows or hides is all there. */
export function parsePage(html: string): PageElement {
  return rootOf(parse(html, {sourceCodeLocationInfo: true}).childNodes);
}

/** Parses a drawing that stands in a file of its own. */
export function parseDrawing(svg: string): PageElement {
  return rootOf(parseFragment(svg, {sourceCodeLocationInfo: true}).childNodes);
}

/** Every element below one and that one itself, in the order of the page. */
export function elementsOf(element: PageElement): readonly PageElement[] {
  return gatherElements(element, []);
}

function gatherElements(element: PageElement, gathered: PageElement[]): readonly PageElement[] {
  gathered.push(element);
  for (const child of element.children) if (isElement(child)) gatherElements(child, gathered);
  return gathered;
}

/** Every run of text below an element, in the order of the page. */
export function textRuns(element: PageElement): readonly PageText[] {
  return element.children.flatMap((child) => (isElement(child) ? textRuns(child) : [child]));
}

/** The text below an element as one line. */
export function textOf(element: PageElement): string {
  return textRuns(element)
    .map(({text}) => text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

export function isElement(node: PageElement | PageText): node is PageElement {
  return "name" in node;
}

/** An attribute's value; empty where it is not set. */
export function attribute({attributes}: PageElement, name: string): string {
  return attributes.get(name) ?? "";
}

/** An element and those that it stands in, nearest first. */
export function chainOf(element: PageElement): readonly PageElement[] {
  return element.parent === undefined ? [element] : [element, ...chainOf(element.parent)];
}

/** Where an element stands, for a message: its line and the nearest identifier. */
export function whereStands(node: PageElement | PageText): string {
  const own = isElement(node) ? node : node.parent;
  const named = chainOf(own).find((candidate) => attribute(candidate, "id") !== "");
  const where = named === undefined ? "" : ` in #${attribute(named, "id")}`;
  return `line ${String(node.line)}, <${own.name}>${where}`;
}

function rootOf(nodes: readonly Tree.ChildNode[]): PageElement {
  const root: {-readonly [Key in keyof PageElement]: PageElement[Key]} = {
    name: "#root",
    attributes: new Map(),
    children: [],
    line: 1,
  };
  root.children = nodes.flatMap((node) => convert(node, root));
  return root;
}

function convert(node: Tree.ChildNode, parent: PageElement): readonly (PageElement | PageText)[] {
  const line = node.sourceCodeLocation?.startLine ?? parent.line;
  if (node.nodeName === "#text" && "value" in node) return [{text: node.value, parent, line}];
  if (node.nodeName === "#comment" && "data" in node) return [{text: node.data, parent, line}];
  if (!("attrs" in node)) return [];
  const attributes = new Map(node.attrs.map(({name, value}) => [name, value]));
  const element = {name: node.nodeName, attributes, parent, line, children: [] as readonly (PageElement | PageText)[]};
  // What a template holds stands beside its children.
  const inner = "content" in node ? [...node.content.childNodes, ...node.childNodes] : node.childNodes;
  element.children = inner.flatMap((child) => convert(child, element));
  return [element];
}
