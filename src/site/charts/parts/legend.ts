import {rect, type Markish} from "@observablehq/plot";
import {ink} from "./svg.ts";
import type {Token} from "../theme.ts";
import type {Claiming} from "./claim.ts";
import {dotMarks} from "./dotMarks.ts";
import {labels, lineHeight, plain, type Label} from "./labels.ts";
import {measureText} from "./measureText.ts";
import {widestLine, wrapText} from "./wrapText.ts";

export interface LegendItem extends Claiming {
  readonly label: string;
  readonly colour: Token;
  /** For an earlier edition. */
  readonly isHollow?: boolean;
}

/** What stands before the names: dots, or boxes, with an edge where pale colours need one. */
export type Swatch = "dot" | "box" | "edged box";

const swatchWidth = 14;
const swatchGap = 6;
const itemGap = 20;
const rowGap = 6;

/** Marks that take a height in px. */
export interface Placed {
  readonly marks: readonly Markish[];
  readonly height: number;
}

/** Names beside swatches, in rows as wide as there is room. */
export function legend(
  items: readonly LegendItem[],
  swatch: Swatch,
  {left, top, width}: {left: number; top: number; width: number},
): Placed {
  let x = left;
  let y = top;
  let rowHeight = 0;
  const swatches: (LegendItem & {x: number; y: number})[] = [];
  const names: Label[] = [];
  for (const item of items) {
    const text = wrapText(item.label, width - swatchWidth - swatchGap, plain);
    const taken = swatchWidth + swatchGap + widestLine(text, plain);
    if (x > left && x + taken > left + width) {
      x = left;
      y += rowHeight + rowGap;
      rowHeight = 0;
    }
    const height = text.length * lineHeight;
    const {label, colour, isHollow = false} = item;
    swatches.push({label, colour, isHollow, x: x + swatchWidth / 2, y: y + lineHeight / 2});
    const {claim} = item;
    names.push({x: x + swatchWidth + swatchGap, y: y + height / 2, text, ...(claim && {claim})});
    x += taken + itemGap;
    rowHeight = Math.max(rowHeight, height);
  }
  const drawn = swatch === "dot" ? dotMarks(swatches) : boxes(swatches, swatch === "edged box");
  return {marks: [drawn, labels(names)], height: y + rowHeight - top};
}

function boxes(swatches: readonly (LegendItem & {x: number; y: number})[], isEdged: boolean): Markish {
  return rect(swatches, {
    x1: "x",
    x2: "x",
    y1: "y",
    y2: "y",
    inset: -swatchWidth / 2,
    fill: ({colour}: LegendItem) => ink(colour),
    ...(isEdged && {stroke: ink("rule")}),
  });
}

/** Whether some labels fit side by side in a width. */
export function fitsInOneRow(all: readonly string[], width: number): boolean {
  return all.reduce((sum, label) => sum + measureText(label, plain) + itemGap, -itemGap) <= width;
}
