import {parseFragment, type DefaultTreeAdapterTypes as Tree} from "parse5";
import {publicationFault, type PublicationError} from "../PublicationError.ts";
import {knownDrawing} from "./knownDrawing.ts";

/** More than a mark needs, in characters, and in elements that stand in one another. */
const [longest, deepest] = [100_000, 40];

/** A drawing that is written anew. */
interface Redrawing {
  readonly file: string;
  /** The new name of each identifier, without digits. */
  readonly names: Map<string, string>;
}

/**
 * The drawing of a logo, written anew: its shapes and paints, and nothing else. Comments, titles, what an editor notes and
 * the names of its parts are left out. Throws PublicationError for what is no drawing, and where it holds anything that is
 * neither: text, a picture, a style sheet, and what runs or loads something.
 */
export function redrawLogo(text: string, file: string): string {
  const start = {file, line: 1, column: 1};
  if (text.length > longest) {
    const what = `the logo is longer than ${longest / 1000} kB`;
    throw publicationFault(what, "Draw it with fewer points, and without pictures in it", start);
  }
  const nodes = parseFragment(text, {sourceCodeLocationInfo: true}).childNodes.filter((node) => !isSilent(node));
  const [drawing, ...others] = nodes;
  if (drawing?.nodeName !== "svg" || others.length > 0) {
    throw publicationFault("the logo is no SVG drawing", "Save it as plain SVG", start);
  }
  const redrawn = redraw(drawing, {file, names: new Map()}, 0);
  if (/<(path|rect|circle|ellipse|line|polyline|polygon) /.test(redrawn)) return redrawn;
  throw publicationFault("the logo draws nothing", "Save it as plain SVG, with its shapes in the file itself", start);
}

/** Comments and space between elements. */
function isSilent(node: Tree.ChildNode): boolean {
  return node.nodeName === "#comment" || ("value" in node && node.value.trim() === "");
}

function redraw(node: Tree.ChildNode, redrawing: Redrawing, depth: number): string {
  if (isSilent(node) || knownDrawing.silentElements.test(node.nodeName)) return "";
  if (!("attrs" in node) || !knownDrawing.elements.has(node.nodeName)) throw strange(node, redrawing);
  if (depth > deepest) throw refusal(node, redrawing, `more than ${deepest} elements in one another`);
  const root = depth === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : "";
  const attributes = node.attrs.flatMap((attribute) => redrawAttribute(attribute, node, redrawing));
  const written = new Map(attributes.map(([name, value]) => [name, ` ${name}="${value}"`]));
  const inner = node.childNodes.map((child) => redraw(child, redrawing, depth + 1)).join("");
  return `<${node.nodeName}${root}${[...written.values()].join("")}>${inner}</${node.nodeName}>`;
}

type Attribute = Tree.Element["attrs"][number];

/** An attribute as it is written anew, or several: a style is what its declarations are, which come last. */
function redrawAttribute(
  {name, value, prefix}: Attribute,
  element: Tree.Element,
  redrawing: Redrawing,
): readonly (readonly [name: string, value: string])[] {
  const refuse = (): PublicationError => strange(element, redrawing, prefix === undefined ? name : `${prefix}:${name}`);
  if (name === "id") return [[name, newName(value, redrawing)]];
  if (name === "href") {
    if (!/^(linear|radial)Gradient$/.test(element.nodeName) || !/^#[^#]+$/.test(value)) throw refuse();
    return [[name, `#${newName(value.slice(1), redrawing)}`]];
  }
  if (prefix !== undefined || knownDrawing.silentAttributes.test(name)) return [];
  const declarations = name === "style" ? declarationsOf(value) : [[name, value] as const];
  return declarations.flatMap(([property, written]) => {
    if (name === "style" && knownDrawing.silentProperties.test(property)) return [];
    const paint = redrawPaint(written, redrawing);
    if (paint === undefined || !knownDrawing.attributes.has(property)) throw refuse();
    return [[property, paint] as const];
  });
}

const reference = /url\(\s*["']?#([^"')\s]+)["']?\s*\)/g;

/** A value with the new names of what it refers to; undefined where it is more than numbers, paints and such references. */
function redrawPaint(value: string, redrawing: Redrawing): string | undefined {
  const beside = value.replaceAll(reference, "");
  if (!knownDrawing.value.test(beside) || /url/i.test(beside)) return undefined;
  const redrawn = value.replaceAll(reference, (_, id: string) => `url(#${newName(id, redrawing)})`);
  return redrawn.replaceAll(/\s+/g, " ");
}

function declarationsOf(style: string): readonly (readonly [property: string, value: string])[] {
  const written = style.split(";").filter((declaration) => declaration.trim() !== "");
  return written.map((declaration) => {
    const [property = "", ...value] = declaration.split(":");
    return [property.trim(), value.join(":").trim()];
  });
}

/** The letters that an identifier is called by from now on: a, b, … z, za, … */
function newName(id: string, {names}: Redrawing): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  const name = "z".repeat(names.size / 26) + String.fromCodePoint(97 + (names.size % 26));
  names.set(id, name);
  return name;
}

function strange(node: Tree.ChildNode, redrawing: Redrawing, attribute?: string): PublicationError {
  const part = node.nodeName === "#text" ? "text" : `<${node.nodeName}>`;
  const named = attribute === undefined ? part : `${attribute} at ${part}`;
  return refusal(node, redrawing, `${named}, which is no plain shape or paint`);
}

function refusal(node: Tree.ChildNode, {file}: Redrawing, has: string): PublicationError {
  const {startLine: line = 1, startCol: column = 1} = node.sourceCodeLocation ?? {};
  const remedy = "Save it as plain SVG: outlines for text, attributes for styles, no picture and nothing that runs";
  return publicationFault(`the logo has ${has}`, remedy, {file, line, column});
}
