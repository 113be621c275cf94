import {escapeHtml} from "../../prose/escapeHtml.ts";
import {colours, customProperty, fontFamily, type Token} from "../theme.ts";

/** An element of a drawing. It has no style of its own, so that a strict content security policy lets it be. */
export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** What a chart draws: shapes within a width and height in px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** The scales that its shapes are drawn on, as the drawing names them. */
  readonly scales: readonly string[];
  /** Where its panels stand, if it is made of some. */
  readonly panels?: PanelGrid;
}

/** Panels in rows, one for each category of a variable in published order, all of one size. In px. */
export interface PanelGrid {
  readonly variable: string;
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  /** From one panel to the next. */
  readonly width: number;
  readonly height: number;
}

/** What a drawing may leave out of the cells that its figure asks for. Nothing of it depends on a withheld number. */
export type Omission =
  /** Sums over the categories of a variable. */
  | "totals"
  /** Categories that are no answers, or no places of the region. */
  | "not-stated"
  | "outside"
  /** Cells that cannot be. */
  | "not-applicable"
  /** Whole categories of a variable, whatever their numbers are. */
  | "categories"
  /** What is smaller than the cells drawn of its row, or withheld there. */
  | "smaller";

/** A drawing that says what it leaves out. */
export interface ChartDrawing extends Drawing {
  readonly leavesOut: readonly Omission[];
}

export function shape(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (Shape | string)[] = [],
): Shape {
  return {name, attributes, children};
}

/** A colour by what it stands for: a custom property, so that on a page it follows the reader's scheme. */
export function ink(token: Token): string {
  return `var(${customProperty(token)}, ${colours[token].light})`;
}

export interface SvgText {
  readonly id: string;
  readonly title: string;
  /** What a reader who does not see the drawing is told. */
  readonly description: string;
  readonly className?: string;
}

/** The drawing as part of a page: its colours are custom properties, its name is `aria-label`. */
export function svgForPage(drawing: Drawing | ChartDrawing, {id, description, className}: SvgText): string {
  const {width, height, shapes} = drawing;
  const attributes = {
    id,
    class: ["drawing", className].filter((name) => name !== undefined).join(" "),
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    width,
    height,
    role: "img",
    "aria-label": description,
    "font-family": fontFamily,
    ...statements(drawing),
  };
  return serialise(shape("svg", attributes, shapes));
}

/** What a drawing says of itself: the scales that its shapes name by their numbers, its panels, and what it leaves out. */
export function statements(drawing: Drawing | ChartDrawing): Readonly<Record<string, string>> {
  const {scales, panels} = drawing;
  const leavesOut = "leavesOut" in drawing ? drawing.leavesOut : [];
  return {
    ...(scales.length > 0 && {"data-scales": scales.join("; ")}),
    ...(panels && {"data-panels": gridInWords(panels)}),
    ...(leavesOut.length > 0 && {"data-leaves-out": leavesOut.join(" ")}),
  };
}

/** Read as it is written: the variable, how many columns, where the first panel begins, and how far it is to the next. */
function gridInWords({variable, columns, left, top, width, height}: PanelGrid): string {
  return [variable, columns, ...[left, top, width, height].map(number)].join(" ");
}

/** A shape as it is written, with all that it holds. */
export function serialise({name, attributes, children}: Shape): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : escapeHtml(value)}"`,
  );
  const start = `<${name}${written.join("")}`;
  if (children.length === 0) return `${start}/>`;
  const inner = children.map((child) => (typeof child === "string" ? escapeHtml(child) : serialise(child)));
  return `${start}>${inner.join("")}</${name}>`;
}

/** Coordinates to a hundredth of a px: the same bytes on every machine. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
