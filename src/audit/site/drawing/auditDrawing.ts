import type {Findings} from "../finding.ts";
import {elementsOf, type PageElement} from "../html/parsePage.ts";
import type {ShownFigure} from "../scope.ts";
import {auditBreakLines} from "./auditBreakLines.ts";
import {auditComplete} from "./auditComplete.ts";
import {auditDecoration} from "./auditDecoration.ts";
import {auditGrammar} from "./auditGrammar.ts";
import {auditHollow} from "./auditHollow.ts";
import {auditMade} from "./auditMade.ts";
import {auditMarks} from "./auditMarks.ts";
import {auditNumbers} from "./auditNumbers.ts";
import {auditOrder} from "./auditOrder.ts";
import {auditPaints} from "./auditPaints.ts";
import {auditPlaces} from "./auditPlaces.ts";
import {auditScales} from "./auditScales.ts";
import {partsOf, type DrawnPart} from "./partsOf.ts";
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
  const {parts, faults: misplaced} = partsOf(svg, figure, read);
  return [
    ...faults,
    ...auditGrammar(svg),
    ...auditPlaces(claims),
    ...auditMade(figure, claims),
    ...auditPaints(svg, figure, claims),
    ...auditHollow(claims),
    ...auditComplete(svg, figure, claims),
    ...misplaced,
    ...parts.flatMap((part) => faultsOfPart(part, {svg, figure})),
  ];
}

/** What is wrong within a drawing, or one of its panels: scales hold the numbers of the whole figure, and names are of it. */
function faultsOfPart(
  part: DrawnPart,
  {svg, figure}: {readonly svg: PageElement; readonly figure: ShownFigure},
): readonly ShapeFault[] {
  const {claims} = part.read;
  return [
    ...auditMarks(part.svg, figure, claims),
    ...auditBreakLines(part.svg, claims),
    ...auditScales(svg, figure, part.read),
    ...auditNumbers(part.svg, figure, claims),
    ...auditDecoration(part.svg, part.figure, part.read),
    ...auditOrder(part.svg, part.figure, claims),
  ];
}
