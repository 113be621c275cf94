import {measureText, type TextStyle} from "./measureText.ts";
import {ink, shape, type Shape} from "./svg.ts";
import type {Token} from "../theme.ts";

/** Text in drawings is never smaller than this, in px, at the drawing's own width. */
export const textSize = 14;
/** Distance between two lines of one label, in px. */
export const lineHeight = 17;

export const plain: TextStyle = {size: textSize, weight: 400};
export const strong: TextStyle = {size: textSize, weight: 600};

export interface TextOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly style?: TextStyle;
  readonly colour?: Token;
}

interface Point {
  readonly x: number;
  /** The middle of the text's height; of a label of several lines, the middle of all. */
  readonly y: number;
}

/** A label of one or more lines, centred vertically on a point. */
export function textAt(lines: string | readonly string[], {x, y}: Point, options: TextOptions = {}): Shape {
  const {anchor = "start", style = plain, colour = "ink"} = options;
  const all = typeof lines === "string" ? [lines] : lines;
  const first = y - ((all.length - 1) * lineHeight) / 2 + style.size * 0.35;
  const attributes = {
    x,
    y: first,
    "font-size": style.size,
    ...(style.weight === 600 && {"font-weight": 600}),
    ...(anchor !== "start" && {"text-anchor": anchor}),
    fill: ink(colour),
  };
  const [only] = all;
  if (all.length === 1 && only !== undefined) return shape("text", attributes, [only]);
  const rows = all.map((line, index) => shape("tspan", index === 0 ? {x} : {x, dy: lineHeight}, [line]));
  return shape("text", attributes, rows);
}

/** Room that some texts need side by side in one column, in px. */
export function widest(texts: readonly string[], style: TextStyle): number {
  return Math.max(0, ...texts.map((text) => measureText(text, style)));
}
