import type {Findings} from "../finding.ts";
import {elementsOf, type PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import {auditComplete} from "./auditComplete.ts";
import {auditDecoration} from "./auditDecoration.ts";
import {auditGrammar} from "./auditGrammar.ts";
import {auditMarks} from "./auditMarks.ts";
import {auditNumbers} from "./auditNumbers.ts";
import {auditOrder} from "./auditOrder.ts";
import {auditPaints} from "./auditPaints.ts";
import {auditPlaces} from "./auditPlaces.ts";
import {auditScales} from "./auditScales.ts";
import {readClaims} from "./readClaims.ts";
import {shapePlace, type ShapeFault} from "./Shapes.ts";

/** What is done about a drawing that shows more than was released. */
const remedy = "Correct the chart so that it draws published cells alone and names them, and build again";
const drawn = new Set(["rect", "circle", "line", "path"]);

/**
 * Checks that what a drawing shows by length, place, tint, order and in words is what the release says, and no more. It
 * knows no kind of chart: every shape either names the cell that it shows, and is held against the release and against
 * its scale, or it is decoration.
 */
export function auditDrawing(
  svg: PageElement,
  {figure, file}: {figure: ShownFigure; file: string},
  findings: Findings,
): void {
  findings.count("shapes", elementsOf(svg).filter(({name}) => drawn.has(name)).length);
  for (const {shape, what} of drawingFaults(svg, figure)) findings.add({file, place: shapePlace(shape), what, remedy});
}

/** Everything that is wrong with a drawing of a figure. */
export function drawingFaults(svg: PageElement, figure: ShownFigure): readonly ShapeFault[] {
  const read = readClaims(svg, figure);
  const {claims, faults} = read;
  return [
    ...faults,
    ...auditGrammar(svg),
    ...auditPlaces(claims),
    ...auditPaints(svg, figure, claims),
    ...auditMarks(svg, claims),
    ...auditComplete(svg, figure, claims),
    ...auditScales(svg, figure, read),
    ...auditNumbers(svg, figure, claims),
    ...auditDecoration(svg, read),
    ...auditOrder(svg, figure, claims),
  ];
}
