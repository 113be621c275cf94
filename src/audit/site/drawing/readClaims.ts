import {attribute, elementsOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {rowKey} from "./drawnRows.ts";
import {scalesOf, type DrawnScale} from "./DrawnScale.ts";
import type {ShapeFault} from "./Shapes.ts";

/** How a channel shows a cell: the axis that it needs a scale of, the shapes that have it, and how many cells it shows. */
const channels: Readonly<Record<string, {axes: readonly string[]; shapes: string; cells: "one" | "some" | "none"}>> = {
  x: {axes: ["x"], shapes: "rect circle line", cells: "one"},
  y: {axes: ["y"], shapes: "rect circle line", cells: "one"},
  "x-interval": {axes: ["x"], shapes: "line", cells: "one"},
  "x-time": {axes: ["x"], shapes: "circle", cells: "one"},
  "x-base": {axes: ["x"], shapes: "circle", cells: "one"},
  "x-made": {axes: ["x"], shapes: "rect circle", cells: "some"},
  "y-made": {axes: ["y"], shapes: "rect circle", cells: "some"},
  "made-number": {axes: [], shapes: "text", cells: "some"},
  "made-mark": {axes: [], shapes: "text", cells: "some"},
  "made-word": {axes: [], shapes: "text", cells: "some"},
  "x-made-interval": {axes: ["x"], shapes: "line", cells: "some"},
  fill: {axes: ["color"], shapes: "rect path", cells: "one"},
  limit: {axes: ["x", "y"], shapes: "path", cells: "some"},
  "limit-number": {axes: [], shapes: "text", cells: "some"},
  text: {axes: [], shapes: "text", cells: "some"},
  mark: {axes: [], shapes: "rect text", cells: "some"},
  "x-tick": {axes: ["x"], shapes: "text", cells: "none"},
  "y-tick": {axes: ["y"], shapes: "text", cells: "none"},
  "x-begin": {axes: ["x"], shapes: "text", cells: "none"},
  "y-begin": {axes: ["y"], shapes: "text", cells: "none"},
  key: {axes: ["color"], shapes: "text", cells: "none"},
};

/** What one shape says that it shows, with the cells and scales that it names. */
export interface DrawnClaim {
  readonly shape: PageElement;
  readonly channels: readonly string[];
  readonly rows: readonly PublicCell[];
  /** By axis: x, y or color. */
  readonly scales: ReadonlyMap<string, DrawnScale>;
  readonly formula: string;
}

/** What a drawing says of itself. */
export interface ReadClaims {
  /** In the order in which the drawing names them. */
  readonly scales: readonly DrawnScale[];
  readonly claims: readonly DrawnClaim[];
  readonly faults: readonly ShapeFault[];
}

const said = ["data-channel", "data-cell", "data-scale", "data-formula"];

/** The claims of a drawing's shapes; what cannot be read as a claim on this figure's own cells and scales is a fault. */
export function readClaims(svg: PageElement, figure: ShownFigure): ReadClaims {
  const scales = scalesOf(svg);
  const known = {scales, rows: new Map(figure.cells.map((row) => [rowKey(row), row]))};
  const stating = elementsOf(svg).filter((element) => said.some((name) => element.attributes.has(name)));
  const read = stating.map((shape): DrawnClaim | ShapeFault => {
    const claim = readClaim(shape, known);
    if (typeof claim === "string") return {shape, what: claim};
    return shape.parent === svg ? claim : {shape, what: "what shows a cell stands within another shape"};
  });
  return {
    scales,
    claims: read.filter((one) => "channels" in one),
    faults: read.filter((one) => "what" in one),
  };
}

interface Known {
  readonly scales: readonly DrawnScale[];
  readonly rows: ReadonlyMap<string, PublicCell>;
}

/** The claim of a shape, or in words why it is none. */
function readClaim(shape: PageElement, known: Known): DrawnClaim | string {
  const listed = attribute(shape, "data-channel").split(" ");
  const kinds = listed.map((name) => (Object.hasOwn(channels, name) ? channels[name] : undefined));
  if (!kinds.every((kind) => kind !== undefined)) return "a shape names a cell and no channel that shows it";
  if (kinds.some((kind) => !kind.shapes.split(" ").includes(shape.name)))
    return `<${shape.name}> shows no cell by ${listed.join(" and ")}`;
  const keys = wordsIn(shape, "data-cell", "; ");
  const rows = keys.flatMap((key) => known.rows.get(key) ?? []);
  if (rows.length < keys.length) return "a shape names a cell that is none of this figure's own";
  const wrongCount = kinds.some(
    ({cells}) => (cells === "one" && rows.length !== 1) || (cells === "none" && rows.length > 0),
  );
  if (wrongCount || (listed.includes("text") && rows.length === 0))
    return "a shape names no cell, or more than it shows";
  const scales = new Map(
    wordsIn(shape, "data-scale", " ").flatMap((number) => {
      const scale = /^\d{1,2}$/.test(number) ? known.scales[Number(number)] : undefined;
      return scale === undefined ? [] : [[scale.axis, scale] as const];
    }),
  );
  const needed = new Set(kinds.flatMap(({axes}) => axes));
  if (scales.size !== needed.size || [...needed].some((axis) => !scales.has(axis)))
    return "a shape names no scale that the drawing has for it";
  return {shape, channels: listed, rows, scales, formula: attribute(shape, "data-formula")};
}

function wordsIn(shape: PageElement, name: string, separator: string): readonly string[] {
  const words = attribute(shape, name);
  return words === "" ? [] : words.split(separator);
}

/** The claims by one channel. */
export function claimsBy(claims: readonly DrawnClaim[], ...names: readonly string[]): readonly DrawnClaim[] {
  return claims.filter((claim) => names.some((name) => claim.channels.includes(name)));
}
