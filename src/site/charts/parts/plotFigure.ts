import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {claimAttribute} from "./claim.ts";
import {lineHeight} from "./labels.ts";
import {NamedScales} from "./NamedScales.ts";
import {number, shape, type Drawing, type Shape} from "./svg.ts";

/** Marks on scales of their own. Where a scale is left out, positions are px of the drawing and colours are themselves. */
export interface Layer {
  readonly x?: Plot.Scale;
  readonly y?: Plot.Scale;
  readonly color?: Plot.Scale;
  readonly marks: readonly Plot.Markish[];
}

const {document} = parseHTML("<!doctype html><html></html>");
const pixels = {type: "identity"} as const;

/**
 * Draws layers upon one another with Observable Plot and takes from its output what a drawing may have: shapes with
 * presentation attributes at coordinates of their own, without groups, transforms, identifiers or styles. Scales are
 * those that Plot says it drew with; every shape that shows something names them.
 */
export function plotFigure({width, height}: {width: number; height: number}, layers: readonly Layer[]): Drawing {
  const scales = new NamedScales();
  const shapes = layers.flatMap(({x = pixels, y = pixels, color = pixels, marks}) => {
    const frame = {document, width, height, margin: 0, axis: null};
    const plot = Plot.plot({...frame, x, y, color, r: pixels, marks: [...marks]});
    const root: Style = {attributes: pick(attributesOf(plot), letters), shift: [0, 0]};
    for (const axis of ["x", "y", "color"] as const) scales.add(axis, plot.scale(axis));
    // A key names a scale without being drawn on it.
    const say = (claim: string) => scales.describe(claim, (axis) => plot.scale(axis) ?? {x, y, color}[axis]);
    return [...plot.children]
      .filter(({localName}) => localName !== "style")
      .flatMap((mark) => flatten(mark, root, say));
  });
  return {width, height, shapes, scales: scales.all};
}

type Point = readonly [x: number, y: number];
type Attributes = Readonly<Partial<Record<string, string>>>;

/** What an element has of its own and from the groups that it is in. */
interface Style {
  readonly attributes: Attributes;
  readonly shift: Point;
}

const letters = ["font-size", "font-weight", "text-anchor"];
const paint = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "stroke-miterlimit",
];
/** By element: its attributes along x, along y, and those that no shift changes. */
const geometry: Readonly<Record<string, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  rect: [["x"], ["y"], ["width", "height"]],
  circle: [["cx"], ["cy"], ["r"]],
  line: [["x1", "x2"], ["y1", "y2"], []],
};
// The drawing as a whole has a name; its parts need none.
const known = new Set([
  ...letters,
  ...paint,
  ...Object.values(geometry).flat(2),
  "class",
  "d",
  "transform",
  "aria-label",
  claimAttribute,
]);

/** The attributes that say what a shape shows. */
type Say = (claim: string) => Readonly<Record<string, string>>;

function flatten(element: Element, outer: Style, say: Say): readonly Shape[] {
  const {localName} = element;
  const own = attributesOf(element);
  const strange = Object.keys(own).find((name) => !known.has(name));
  if (strange !== undefined) throw new Error(`a drawing cannot have the attribute "${strange}" of <${localName}>`);
  const {transform, [claimAttribute]: claim, ...rest} = own;
  const [x, y] = translation(transform);
  const style: Style = {
    attributes: {...outer.attributes, ...rest},
    shift: [outer.shift[0] + x, outer.shift[1] + y],
  };
  if (localName === "g") return [...element.children].flatMap((child) => flatten(child, style, say));
  const drawn = localName === "text" ? textShape(element, style) : markShape(localName, style);
  return [claim === undefined ? drawn : {...drawn, attributes: {...drawn.attributes, ...say(claim)}}];
}

function markShape(name: string, {attributes, shift: [x, y]}: Style): Shape {
  const painted = pick(attributes, paint);
  const kind = pick(attributes, ["class"]);
  if (name === "path") return shape("path", {...kind, d: shiftPath(attributes.d ?? "", [x, y]), ...painted});
  const places = geometry[name];
  if (places === undefined) throw new Error(`a drawing cannot have the element <${name}>`);
  const moved = places.flatMap((names, axis) =>
    names.map((key) => [key, Number(attributes[key]) + ([x, y, 0][axis] ?? 0)] as const),
  );
  return shape(name, {...kind, ...Object.fromEntries(moved), ...painted});
}

/** Text at its base line in px, where Plot gives it in parts of the font's size. */
function textShape(element: Element, {attributes, shift: [x, top]}: Style): Shape {
  const spans = [...element.children];
  const [first] = spans;
  const inEms = first ? attributesOf(first).y : attributes.y;
  const y = top + parseFloat(inEms ?? "0") * Number(attributes["font-size"]);
  const written = {x, y, ...pick(attributes, [...letters, "fill"])};
  if (first === undefined) return shape("text", written, [element.textContent]);
  const lines = spans.map((span, index) => shape("tspan", index === 0 ? {x} : {x, dy: lineHeight}, [span.textContent]));
  return shape("text", written, lines);
}

function attributesOf(element: Element): Attributes {
  return Object.fromEntries([...element.attributes].map(({name, value}) => [name, value]));
}

/** What SVG takes for granted is left out. */
const implied: Attributes = {stroke: "none", "text-anchor": "start"};

function pick(attributes: Attributes, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attributes[name];
      return value === undefined || value === implied[name] ? [] : [[name, value]];
    }),
  );
}

function translation(transform: string | undefined): Point {
  if (transform === undefined) return [0, 0];
  const [, x, y] = /^translate\(([^,()]+),([^,()]+)\)$/.exec(transform) ?? [];
  if (x === undefined || y === undefined) throw new Error(`a drawing cannot have the transform "${transform}"`);
  return [Number(x), Number(y)];
}

/** Paths of straight lines only: every pair of numbers is a point. */
export function shiftPath(path: string, [x, y]: Point): string {
  if (/[^MLZ\d.,e+-]/.test(path)) throw new Error("a drawing cannot have a path of curves");
  return path.replace(
    /([\d.e+-]+),([\d.e+-]+)/g,
    (_, px: string, py: string) => `${number(Number(px) + x)},${number(Number(py) + y)}`,
  );
}
