import {attribute, type PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {px, shapesOf} from "./Shapes.ts";

/** The narrow drawing is one column, and a bar chart leaves this much room, in px, for the number at its longest bar. */
const roomForNumber = 34;

/**
 * The longest bar that is drawn reaches the end of the scale. Where it stops short, the scale was made for a longer one,
 * which is then withheld and measured by the gap. Seen in the narrow drawing of a bar chart, whose scale has one place.
 */
export function auditStretch(svg: PageElement, {block}: ShownFigure): readonly ShapeFault[] {
  const isBars = "chart" in block && block.chart === "bars" && attribute(svg, "id").endsWith("-narrow");
  const bars = isBars ? shapesOf(svg, "rect", "bar") : [];
  const ends = bars.map((bar) => px(bar, "x") + px(bar, "width"));
  const [longest] = bars.toSorted((a, b) => px(b, "width") - px(a, "width"));
  const width = Number(attribute(svg, "viewBox").split(/\s+/)[2] ?? attribute(svg, "width"));
  if (longest === undefined || px(longest, "width") === 0 || Math.max(...ends) >= width - roomForNumber - 1) return [];
  return [
    {shape: longest, what: "the longest bar stops short of the scale's end, which a withheld value must have set"},
  ];
}
