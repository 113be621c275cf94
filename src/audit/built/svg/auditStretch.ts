import {attribute, textOf, type PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {labelOf, px, shapesOf} from "./Shapes.ts";
import {textWidth} from "./textWidth.ts";

/** Between a bar and its number, between the numbers and the marks, and the hatched box with its gap before a mark, in px. */
const gaps = {number: 6, marks: 10, box: 20} as const;

/**
 * The longest bar that is drawn reaches the end of the scale. Where it stops short, the scale was made for a longer one,
 * which is then withheld and measured by the gap. Seen in the narrow drawing of a bar chart, which is one column: behind
 * the scale stand the number of the longest bar and the marks of what is not published, and nothing else.
 */
export function auditStretch(svg: PageElement, {block}: ShownFigure): readonly ShapeFault[] {
  const isBars = "chart" in block && block.chart === "bars" && attribute(svg, "id").endsWith("-narrow");
  const bars = isBars ? shapesOf(svg, "rect", "bar") : [];
  const ends = bars.map((bar) => px(bar, "x") + px(bar, "width"));
  const [longest] = bars.toSorted((a, b) => px(b, "width") - px(a, "width"));
  const width = Number(attribute(svg, "viewBox").split(/\s+/)[2] ?? attribute(svg, "width"));
  if (longest === undefined || px(longest, "width") === 0) return [];
  const numbers = Math.max(...bars.map((bar) => textWidth(labelOf(bar))));
  if (Math.max(...ends) >= width - roomForMarks(svg) - gaps.number - numbers - 1) return [];
  return [
    {shape: longest, what: "the longest bar stops short of the scale's end, which a withheld value must have set"},
  ];
}

/** The column of marks, where there is one. */
function roomForMarks(svg: PageElement): number {
  const marks = shapesOf(svg, "text").filter((text) => /muted|#565D66/i.test(attribute(text, "fill")));
  if (marks.length === 0) return 0;
  return gaps.marks + gaps.box + Math.max(...marks.map((mark) => textWidth(textOf(mark))));
}
