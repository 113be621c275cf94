import type {Findings} from "../finding.ts";
import {textOf, type PageElement} from "../html/parsePage.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {ShownFigure} from "../scope.ts";
import {auditBars, shapePlace, type ShapeFault} from "./auditBars.ts";
import {auditDots} from "./auditDots.ts";
import {auditLines} from "./auditLines.ts";
import {auditOrder} from "./auditOrder.ts";
import {auditStretch} from "./auditStretch.ts";
import {auditAreas, auditCells} from "./auditTints.ts";
import {axesOf, isWithinPublished} from "./axisTicks.ts";
import {drawnRows, innerRows} from "./drawnRows.ts";
import {strangeShapes} from "./strangeShapes.ts";
import {attribute} from "../html/parsePage.ts";
import {shapesOf} from "./Shapes.ts";

/** What is done about a drawing that shows more than was released. */
const remedy = "Correct the chart so that it draws published cells alone, and build again";

/** Checks that what a drawing shows by length, place, tint and order is what the release says, and no more. */
export function auditDrawing(
  svg: PageElement,
  {figure, file}: {figure: ShownFigure; file: string},
  findings: Findings,
): void {
  const shapes = ["rect", "circle", "line", "path", "polygon"].flatMap((name) => shapesOf(svg, name));
  findings.count("shapes", shapes.length);
  const faults = [
    ...strangeShapes(svg),
    ...barGroups(svg, figure).flatMap(({bars, rows, side}) => auditBars(bars, rows, side)),
    ...auditStretch(svg, figure),
    ...(shapesOf(svg, "path", "line").length > 0 ? auditLines(svg, figure) : auditDots(svg, figure)),
    ...auditCells(svg, figure),
    ...auditAreas(svg, figure),
    ...auditAxes(svg, figure),
    ...auditOrder(svg, figure),
  ];
  for (const {shape, what} of faults) findings.add({file, place: shapePlace(shape), what, remedy});
}

interface BarGroup {
  readonly bars: readonly PageElement[];
  readonly rows: readonly PublicCell[];
  readonly side: "width" | "height";
}

/** Bars that share a scale: all of a chart, or the totals of a heat map's rows and those of its columns. */
function barGroups(svg: PageElement, figure: ShownFigure): readonly BarGroup[] {
  const bars = shapesOf(svg, "rect", "bar");
  const rows = drawnRows(figure);
  if (!("chart" in figure.block) || figure.block.chart !== "heat-map") {
    return bars.length === 0 ? [] : [{bars, rows: innerRows(rows), side: "width"}];
  }
  const start = attribute(bars[0] ?? svg, "x");
  const [across, down] = [
    bars.filter((bar) => attribute(bar, "x") === start),
    bars.filter((bar) => attribute(bar, "x") !== start),
  ];
  return [
    {
      bars: across,
      rows: rows.filter(({asked: {place}}) => place[0]?.category !== "total" && place[1]?.category === "total"),
      side: "width",
    },
    {
      bars: down,
      rows: rows.filter(({asked: {place}}) => place[0]?.category === "total" && place[1]?.category !== "total"),
      side: "height",
    },
  ];
}

function auditAxes(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  return axesOf(svg)
    .filter((axis) => !isWithinPublished(axis, figure))
    .flatMap(({labels}) => labels.slice(-1))
    .map((shape) => ({
      shape,
      what: `an axis goes on to ${textOf(shape)}, beyond the next tick from what is published`,
    }));
}
