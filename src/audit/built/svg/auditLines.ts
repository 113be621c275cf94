import type {PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import type {ShapeFault} from "./auditBars.ts";
import {exactValue} from "../editionInDist.ts";
import {axesOf} from "./axisTicks.ts";
import {innerRows, seriesOf} from "./drawnRows.ts";
import {hasClass, pixelTolerance, px, shapesOf, unmatched, type Scale} from "./Shapes.ts";
import {textOf} from "../html/parsePage.ts";

/**
 * Compares the dots of lines over time with the released values: read against the ticks of the axis, every dot is as
 * high as one published value, and there are no more dots than published values.
 */
export function auditLines(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  const dots = shapesOf(svg, "circle").filter((circle) => hasClass(circle, "dot"));
  const values = seriesOf(figure).flatMap((rows) => innerRows(rows).flatMap((row) => exactValue(row) ?? []));
  const scale = axisScale(svg);
  if (scale === undefined)
    return dots.map((shape) => ({shape, what: "a dot stands on a line without an axis to read it by"}));
  // Heights fall as values rise: with both turned round they rise together.
  const heights = dots.map((dot) => -px(dot, "cy"));
  const wrong = unmatched(heights, values, {start: -scale.start, perUnit: -scale.perUnit});
  return dots
    .filter((dot) => wrong.includes(-px(dot, "cy")))
    .map((shape) => ({shape, what: "a dot is as high as no released value of this figure"}));
}

/** From values to px by the grid lines at which the ticks of the upright axis stand. */
function axisScale(svg: PageElement): Scale | undefined {
  const [axis] = axesOf(svg).filter(({labels}) => new Set(labels.map((label) => px(label, "y"))).size > 1);
  const [low, high] = [axis?.labels[0], axis?.labels.at(-1)];
  if (low === undefined || high === undefined || low === high) return undefined;
  const levels = shapesOf(svg, "line").filter((line) => px(line, "y1") === px(line, "y2"));
  const [bottom, top] = [low, high].map(
    (label) => levels.map((line) => px(line, "y1")).toSorted((a, b) => distance(a, label) - distance(b, label))[0],
  );
  if (bottom === undefined || top === undefined || bottom - top <= pixelTolerance) return undefined;
  const [from, to] = [low, high].map((label) => Number(textOf(label).replace(/[,%]/g, "")));
  const perUnit = (top - bottom) / ((to ?? NaN) - (from ?? NaN));
  return {start: bottom - perUnit * (from ?? NaN), perUnit};
}

function distance(y: number, label: PageElement): number {
  return Math.abs(y - px(label, "y"));
}
