import type {Break} from "../../../publication/index.ts";
import {caveatsTold, marksFor} from "../caveats.ts";
import type {Findings} from "../finding.ts";
import type {ShownFigure} from "../scope.ts";
import {cellsAt, type TablePlace} from "./expectedNumbers.ts";
import {textOf, whereStands, type PageElement} from "./parsePage.ts";

const remedy = "Mark numbers by what their release says of their days, and build again";

interface Shown {
  readonly figure: ShownFigure;
  /** Definitions that changed, by the report. */
  readonly breaks: readonly Break[];
  readonly file: string;
}

/** Checks that under a figure stands why its numbers are provisional, or are not counted as those before them. */
export function auditReasons(element: PageElement, {figure, breaks, file}: Shown, findings: Findings): void {
  const text = textOf(element);
  const told = figure.cells
    .filter(({cell}) => cell.status === "published")
    .flatMap((cell) => caveatsTold(cell, figure, breaks))
    .map(({because}) => because.replaceAll(/\s+/g, " ").trim());
  const untold = told.find((because) => !text.includes(because));
  if (untold === undefined) return;
  const what = "a number is provisional, or counted otherwise than those before it, and nothing under it says why";
  findings.add({file, place: whereStands(element), what, remedy});
}

interface MarkedCell extends TablePlace {
  readonly cell: PageElement;
  /** Beside the number, and beside what heads its row and its column. */
  readonly marks: readonly string[];
}

/** Checks that a number of a table has the marks that its release asks, beside it or what heads it, and no others. */
export function auditMarksBeside({cell, marks, ...place}: MarkedCell, shown: Shown, findings: Findings): void {
  const {figure, breaks, file} = shown;
  const own = cellsAt(place, figure).filter((one) => one.cell.status === "published");
  const right = own.map((one) => marksFor(caveatsTold(one, figure, breaks)).join(" "));
  const said = [...new Set(marks)].toSorted().toReversed().join(" ");
  if (right.length === 0 || right.includes(said)) return;
  const what = `the number is marked "${said}", and its release asks "${right[0] ?? ""}"`;
  findings.add({file, place: `${whereStands(cell)}, row "${place.row}"`, what, remedy});
}
