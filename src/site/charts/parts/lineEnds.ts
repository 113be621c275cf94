import type {Markish} from "@observablehq/plot";
import type {Mark} from "../../../publication/index.ts";
import {rowAt, type DimensionCategory, type Panel} from "../../tidy/figureData.ts";
import {printRow, releasedValue} from "../../tidy/printRow.ts";
import {claims} from "./claim.ts";
import {colourOf} from "./colourOf.ts";
import {labels, lineHeight, strong} from "./labels.ts";
import type {LegendItem} from "./legend.ts";
import type {LinearScale} from "./scale.ts";
import {spreadLabels} from "./spreadLabels.ts";
import {wrapText} from "./wrapText.ts";

/** The end of one line of several. */
export interface LineEnd extends LegendItem {
  readonly name: string;
  readonly value: number | undefined;
}

/** The name of a line with its value at the last time, where that is published. */
export function endOf(panel: Panel, times: readonly DimensionCategory[], mark: Mark): LineEnd {
  const {heading} = panel;
  const colour = colourOf(panel);
  const rows = times.map(({name}) => rowAt(panel, [name]));
  const last = rows.at(-1);
  const shown = rows.findLast((row) => row?.cell.status === "published");
  const value = shown && releasedValue(shown);
  if (last?.cell.status !== "published") return {name: heading, label: heading, colour, value};
  return {name: heading, label: `${heading} ${printRow(last, mark).text}`, claim: claims(last, "text"), colour, value};
}

/** In a key no number stands: none of its signs is a line's end. */
export function nameOnly({name, colour}: LineEnd): LegendItem {
  return {label: name, colour};
}

interface EndFrame {
  readonly y: LinearScale;
  /** Right and lower end of the plot, and the right end of the drawing, in px. */
  readonly end: number;
  readonly foot: number;
  readonly right: number;
}

/** The lines of a name, which may take a part of the drawing's width. */
export function endLines(label: string, width: number): readonly string[] {
  return wrapText(label, width * 0.3, strong);
}

/** Beside the ends of the lines, none upon another. */
export function nameEnds(ends: readonly LineEnd[], {y, foot, end, right}: EndFrame): readonly Markish[] {
  const named = ends.map(({label, claim, value}) => {
    const text = endLines(label, right);
    return {...(claim && {claim}), text, at: value === undefined ? foot : y.apply(value)};
  });
  const sorted = named.toSorted((a, b) => a.at - b.at);
  const wishes = sorted.map(({at, text}) => ({centre: at, width: text.length * lineHeight + 1}));
  const centres = spreadLabels(wishes, {from: 0, to: foot, gap: 2}) ?? [];
  return [
    labels(
      sorted.map((name, index) => ({...name, x: end + 12, y: centres[index] ?? name.at})),
      {style: strong},
    ),
  ];
}
