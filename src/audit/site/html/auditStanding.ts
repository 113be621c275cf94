import type {Standing} from "../../../publication/index.ts";
import type {PublicCell} from "../editionInDist.ts";
import type {Findings} from "../finding.ts";
import type {ShownFigure} from "../scope.ts";
import {sidesOfTarget, verdictOn} from "../words/verdict.ts";
import {standsAt} from "./expectedNumbers.ts";
import type {FigureSeries} from "./figureSeries.ts";
import {markedText} from "./markedText.ts";
import {whereStands, type PageElement} from "./parsePage.ts";

/** A cell of a table that says in words how a number stands to its target. */
interface StandingCell {
  readonly cell: PageElement;
  readonly row: string;
  readonly heading: string;
  readonly own: FigureSeries;
}

/** Judges the words of one cell by the released numbers of its row; of a cell in another column says nothing. */
export function auditStanding(
  {cell, row, heading, own}: StandingCell,
  {figure, file}: {readonly figure: ShownFigure; readonly file: string},
  findings: Findings,
): void {
  const standings = figure.block.kind === "table" ? (figure.block.standings ?? []) : [];
  const standing = standings.find((one) => one.heading === heading && one.indicator === own[0]?.query.indicator?.name);
  if (standing === undefined) return;
  const number = own.find((one) => standsAt(one, row, heading));
  findings.count("words", 1);
  const said = markedText(cell).text;
  if (number?.cell.status !== "published" ? said.startsWith("[") : wordsFor(number, standing, figure).includes(said))
    return;
  const what = `"${said}" is not how the released numbers stand to one another`;
  const remedy = "Build again, so that the words follow from the numbers";
  findings.add({file, place: `${whereStands(cell)}, row "${row}"`, what, remedy});
}

/** How the number of a row in a file may be said to stand, and to what; one pair of nothing where no table says it. */
export function standingsInFile(number: PublicCell, figure: ShownFigure): readonly (readonly [string, string])[] {
  const standings = figure.block.kind === "table" ? (figure.block.standings ?? []) : [];
  const {query, cell} = number;
  const own = standings.find(({indicator, against}) => query.indicator?.name === indicator && query.text !== against);
  if (own === undefined || cell.status !== "published") return [["", ""]];
  return wordsFor(number, own, figure).map((words) => [words, own.heldAgainst]);
}

/** The words that may stand there: of what is not published none that tell a side. */
function wordsFor(number: PublicCell, {against, isOfRegion, words}: Standing, figure: ShownFigure): readonly string[] {
  const placeOf = ({asked}: PublicCell): string | undefined => {
    const category = asked.place[0]?.category;
    return category === "total" ? "total" : category?.name;
  };
  const target = figure.cells.find(
    (one) => one.query.text === against && (one.asked.place.length === 0 || placeOf(one) === placeOf(number)),
  );
  const sides = target && (isOfRegion ? verdictOn(number, target)?.sides : sidesOfTarget(number, target));
  if (sides === undefined) return ["not shown"];
  const [above, below, neither] = words;
  return sides.map((side) => ({"1": above, "-1": below, "0": neither})[`${side}`]);
}
