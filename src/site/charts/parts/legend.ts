import {measureText} from "./measureText.ts";
import type {Shape} from "./svg.ts";
import {lineHeight, plain, textAt} from "./textAt.ts";
import {widestLine, wrapText} from "./wrapText.ts";

export interface LegendItem {
  readonly label: string;
  /** Draws the swatch within 14 px centred on a point. */
  readonly swatch: (centre: readonly [number, number]) => readonly Shape[];
}

const swatchWidth = 14;
const swatchGap = 6;
const itemGap = 20;
const rowGap = 6;

export interface Placed {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** Names beside swatches, in rows as wide as there is room. */
export function legend(
  items: readonly LegendItem[],
  {left, top, width}: {left: number; top: number; width: number},
): Placed {
  let x = left;
  let y = top;
  let rowHeight = 0;
  const shapes: Shape[] = [];
  for (const {label, swatch} of items) {
    const lines = wrapText(label, width - swatchWidth - swatchGap, plain);
    const taken = swatchWidth + swatchGap + widestLine(lines, plain);
    if (x > left && x + taken > left + width) {
      x = left;
      y += rowHeight + rowGap;
      rowHeight = 0;
    }
    const height = lines.length * lineHeight;
    shapes.push(
      ...swatch([x + swatchWidth / 2, y + lineHeight / 2]),
      textAt(lines, {x: x + swatchWidth + swatchGap, y: y + height / 2}),
    );
    x += taken + itemGap;
    rowHeight = Math.max(rowHeight, height);
  }
  return {shapes, height: y + rowHeight - top};
}

/** Whether some labels fit side by side in a width. */
export function fitsInOneRow(labels: readonly string[], width: number): boolean {
  return labels.reduce((sum, label) => sum + measureText(label, plain) + itemGap, -itemGap) <= width;
}
