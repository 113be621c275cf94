import type {TidyRow} from "../../tidy/tidyRow.ts";
import type {Token} from "../theme.ts";
import {claims, type ShapeClaim, type Claiming} from "./claim.ts";
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
  readonly paint: {readonly fill: Token; readonly on: Token};
  /** What it shows; a map of places only shows nothing. */
  readonly claims: AreaClaims;
}

/** What an area and the texts about it show. */
export interface AreaClaims {
  readonly area?: ShapeClaim;
  readonly text?: ShapeClaim;
}

/** An area that shows a cell: by its tint where that is published. */
export function areaClaims(row: TidyRow): AreaClaims {
  if (row.cell.status !== "published") return {text: claims(row, "mark")};
  return {area: claims(row, "fill"), text: claims(row, "text")};
}

/** A text under a map. */
export interface ListItem extends Claiming {
  readonly text: string;
}

/** Where a map stands in its drawing, in px. */
export interface MapPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Names and values under a map whose shapes are too small for them. */
export function drawList(items: readonly ListItem[], {left, top, width}: MapPlace): Placed {
  const wrapped = items.map(({text, claim}) => ({text: wrapText(text, width, plain), ...(claim && {claim})}));
  const {rows, bottom} = stackDown(wrapped, top, ({text}) => text.length * lineHeight + 3);
  // Half of the 3 px under each item belongs to the gap, not to its text.
  return {
    marks: [labels(rows.map(({text, claim, middle}) => ({...(claim && {claim}), x: left, y: middle - 1.5, text})))],
    height: bottom - top,
  };
}
