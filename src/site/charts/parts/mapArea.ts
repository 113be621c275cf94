import type {AmountPaint} from "./amountClass.ts";
import {labels, lineHeight, plain} from "./labels.ts";
import type {Placed} from "./legend.ts";
import {stackDown} from "./stackDown.ts";
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

/** Names and values under a map whose shapes are too small for them. */
export function drawList(items: readonly string[], {left, top, width}: MapPlace): Placed {
  const wrapped = items.map((item) => ({text: wrapText(item, width, plain)}));
  const {rows, bottom} = stackDown(wrapped, top, ({text}) => text.length * lineHeight + 3);
  // Half of the 3 px under each item belongs to the gap, not to its text.
  return {marks: [labels(rows.map(({text, middle}) => ({x: left, y: middle - 1.5, text})))], height: bottom - top};
}
