import type {Findings} from "../finding.ts";
import {elementsOf, whereStands, textOf, type PageElement} from "../html/parsePage.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import type {Scope} from "../scope.ts";
import {auditBarGrammar, auditGrammar} from "./auditGrammar.ts";
import {hasClass, px} from "./Shapes.ts";

const remedy = "Draw the share that the number beside it prints, and build again";

/** Checks a drawing outside figures: the bar of a key message, as long as the share beside it, or the map of the region. */
export function auditLooseDrawing(
  svg: PageElement,
  {file, scope}: {file: string; scope: Scope | undefined},
  findings: Findings,
): void {
  const shapes = elementsOf(svg).filter(({name}) =>
    ["rect", "circle", "path", "polygon", "ellipse", "polyline"].includes(name),
  );
  findings.count("shapes", shapes.length);
  for (const shape of elementsOf(svg)) {
    const claim = [...shape.attributes.keys()].find((name) => name.startsWith("data-"));
    const what = "a shape outside figures names a cell, and nobody looks it up";
    if (claim !== undefined) findings.add({file, place: whereStands(shape), what, remedy});
  }
  const grammar = hasClass(svg, "drawing") ? auditGrammar(svg) : auditBarGrammar(svg);
  for (const {shape, what} of grammar) findings.add({file, place: whereStands(shape), what, remedy});
  for (const shape of shapes) {
    const what = faultOf(shape, {svg, scope});
    if (what !== undefined) findings.add({file, place: whereStands(shape), what, remedy});
  }
}

function faultOf(shape: PageElement, {svg, scope}: {svg: PageElement; scope: Scope | undefined}): string | undefined {
  if (hasClass(shape, "area")) return undefined;
  if (shape.name !== "rect") return `<${shape.name}> is a shape that no drawing outside figures has`;
  if (hasClass(shape, "track")) return px(shape, "width") === 100 ? undefined : "the track of a share is not its whole";
  if (!hasClass(shape, "share")) return "a box is neither a share nor its track";
  const width = px(shape, "width");
  const number = (svg.parent?.children ?? []).find(
    (child): child is PageElement => "name" in child && hasClass(child, "number"),
  );
  const [printed] = number === undefined ? [] : printedNumbers(textOf(number));
  const isReleased = scope?.numbers.has(`${String(width)}%`) ?? false;
  const isPrinted = printed !== undefined && Math.abs(Number(printed.key.replace("%", "")) - width) <= 1;
  return isReleased && isPrinted ? undefined : "a bar is not as long as the released share beside it";
}
