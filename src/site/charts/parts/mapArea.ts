import type {AmountPaint} from "./amountClass.ts";
import type {Shape} from "./svg.ts";
import {lineHeight, plain, textAt} from "./textAt.ts";
import {wrapText} from "./wrapText.ts";

/** One area of a map as it is drawn. */
export interface MapArea {
  readonly name: string;
  readonly label: string;
  /** Its value as printed, its mark, or empty where the map shows places only. */
  readonly text: string;
  readonly isWithheld: boolean;
  readonly paint: AmountPaint;
}

/** Where a map stands in its drawing, in px. */
export interface MapPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface DrawnMap {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** Names and values under a map whose shapes are too small for them. */
export function drawList(items: readonly string[], {left, top, width}: MapPlace): DrawnMap {
  let y = top;
  const shapes = items.map((item) => {
    const lines = wrapText(item, width, plain);
    const text = textAt(lines, {x: left, y: y + (lines.length * lineHeight) / 2});
    y += lines.length * lineHeight + 3;
    return text;
  });
  return {shapes, height: y - top};
}
