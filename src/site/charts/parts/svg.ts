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
export function svgForPage({width, height, shapes}: Drawing, {id, description, className}: SvgText): string {
  const attributes = {
    id,
    class: ["drawing", className].filter((name) => name !== undefined).join(" "),
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    width,
    height,
    role: "img",
    "aria-label": description,
    "font-family": fontFamily,
  };
  return serialise(shape("svg", attributes, shapes));
}

/** The drawing as a file of its own, with a title, a description and colours that any program knows. */
export function svgForFile({width, height, shapes}: Drawing, {id, title, description}: SvgText): string {
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    width,
    height,
    role: "img",
    "aria-labelledby": `${id}-title ${id}-description`,
    "font-family": fontFamily,
  };
  const children = [
    shape("title", {id: `${id}-title`}, [title]),
    shape("desc", {id: `${id}-description`}, [description]),
    shape("rect", {width, height, fill: ink("paper")}),
    ...shapes,
  ];
  const svg = serialise(shape("svg", attributes, children));
  return `${svg.replaceAll(/="var\(--[\w-]+, (#\w+)\)"/g, '="$1"')}\n`;
}

function serialise({name, attributes, children}: Shape): string {
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
