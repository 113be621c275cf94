import {text, type Text} from "@observablehq/plot";
import type {Token} from "../theme.ts";
import {claiming, type Claiming} from "./claim.ts";
import {measureText, type TextStyle} from "./measureText.ts";
import {ink} from "./svg.ts";

/** Text in drawings is never smaller than this, in px, at the drawing's own width. */
export const textSize = 14;
/** Distance between two lines of one label, in px. */
export const lineHeight = 17;

export const plain: TextStyle = {size: textSize, weight: 400};
export const strong: TextStyle = {size: textSize, weight: 600};

/** A label of one or more lines. */
export interface Label extends Claiming {
  /** On the scale of its layer: a value, a category, a day, or px. */
  readonly x: number | string | Date;
  /** The middle of the text's height; of a label of several lines, the middle of all. */
  readonly y: number;
  readonly text: string | readonly string[];
  readonly colour?: Token;
}

interface LabelOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly style?: TextStyle;
  /** Distance from its point, in px to the right. */
  readonly dx?: number;
}

/** Capitals reach 0.7 of the size above the base line; Plot centres text a little lower, by the distance of lines. */
const dy = 0.35 * textSize - 0.32 * lineHeight;

/** Labels beside, before or upon their points, centred vertically. They are broken into lines before they come here. */
export function labels(all: readonly Label[], {anchor = "start", style = plain, dx = 0}: LabelOptions = {}): Text {
  return text(all, {
    ...claiming,
    x: "x",
    y: "y",
    text: ({text: lines}: Label) => (typeof lines === "string" ? lines : lines.join("\n")),
    fill: {value: ({colour = "ink"}: Label) => ink(colour), scale: null},
    textAnchor: anchor,
    fontSize: style.size,
    ...(style.weight === 600 && {fontWeight: 600}),
    lineHeight: lineHeight / textSize,
    dx,
    dy,
  });
}

/** Room that some texts need side by side in one column, in px. */
export function widest(texts: readonly string[], style: TextStyle): number {
  return Math.max(0, ...texts.map((line) => measureText(line, style)));
}
