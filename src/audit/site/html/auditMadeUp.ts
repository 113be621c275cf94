import type {Release} from "../../../release/index.ts";
import type {Findings} from "../finding.ts";
import {holdsMadeUp, isOfMadeUpReference, showsMadeUp} from "../madeUp.ts";
import type {ShownFigure} from "../scope.ts";
import {attribute, elementsOf, textOf, whereStands, type PageElement} from "./parsePage.ts";

const remedy = "Build the site again";

/** Finds the page of a report on made-up numbers that has no notice of it. */
export function auditMadeUp(
  root: PageElement,
  {file, release}: {readonly file: string; readonly release: Pick<Release, "provenance" | "vocabulary">},
  findings: Findings,
): void {
  if (!holdsMadeUp(release)) return;
  const notices = elementsOf(root).filter((element) => attribute(element, "class") === "notices");
  if (notices.flatMap(elementsOf).some((one) => one.name === "strong" && saysSynthetic(one))) return;
  const what = "numbers of this report were made up, and the page has no notice that says so";
  findings.add({file, place: "the whole page", what, remedy});
}

/** Finds the figure or table with made-up figures from elsewhere whose source does not call them so. */
export function auditMadeUpSource(
  element: PageElement,
  {figure, file}: {readonly figure: ShownFigure; readonly file: string},
  findings: Findings,
): void {
  if (!figure.cells.some(({query, release}) => isOfMadeUpReference(query, release))) return;
  const sources = elementsOf(element).filter((one) => attribute(one, "class") === "source");
  if (sources.some((source) => textOf(source).includes("(synthetic figures)"))) return;
  const what = "figures from elsewhere were made up, and the source does not call them synthetic";
  findings.add({file, place: whereStands(element), what, remedy});
}

/** Finds the drawing to download that shows made-up numbers without saying so. */
export function auditMadeUpDrawing(
  root: PageElement,
  {figure, file}: {readonly figure: ShownFigure; readonly file: string},
  findings: Findings,
): void {
  if (!figure.cells.some(({query, release}) => showsMadeUp(query, release))) return;
  if (saysSynthetic(root)) return;
  const what = "numbers in the drawing were made up, and it does not say so";
  findings.add({file, place: "the whole drawing", what, remedy});
}

/** In a drawing the two words may stand in two lines. */
function saysSynthetic(element: PageElement): boolean {
  return /synthetic\s*data/i.test(textOf(element));
}
