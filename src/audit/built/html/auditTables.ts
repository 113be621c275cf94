import type {Checked, Findings} from "../finding.ts";
import type {PublicCell} from "../editionInDist.ts";
import {numbersOfCell} from "../numbersOfCell.ts";
import {printedNumbers} from "../printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import {bare, isPartlyWithheld, orderOf} from "../svg/auditOrder.ts";
import {innerRows, drawnRows} from "../svg/drawnRows.ts";
import {attribute, elementsOf, placeOf, textOf, type PageElement} from "./parsePage.ts";

const remedy = "Build the table from the release's cells alone, and build again";

/**
 * Checks a figure's table cell by cell: a number has to be one of the cell that its row and column name, and where that
 * cell is withheld there is none. Where something is withheld, rows stand in published order.
 */
export function auditTable(
  table: PageElement,
  {figure, file}: {figure: ShownFigure; file: string},
  findings: Findings,
): void {
  const kind: Checked = "tables";
  for (const {cell, headings} of cellsOfTable(table)) {
    const numbers = printedNumbers(textOf(cell));
    findings.count(kind, numbers.length);
    const allowed = new Set(figure.cells.filter((row) => isNamed(row, headings)).flatMap(numbersOfCell));
    for (const {text, key} of numbers) {
      if (allowed.has(key)) continue;
      const what = `${text} stands in a cell whose row and column name no released cell with that value`;
      findings.add({file, place: `${placeOf(cell)}, row "${headings[0] ?? ""}"`, what, remedy});
    }
  }
  auditRowOrder(table, {figure, file}, findings);
}

function auditRowOrder(
  table: PageElement,
  {figure, file}: {figure: ShownFigure; file: string},
  findings: Findings,
): void {
  const rows = innerRows(drawnRows(figure));
  if (!isPartlyWithheld(rows)) return;
  const published = orderOf(rows);
  const places = elementsOf(table)
    .filter((element) => element.name === "th" && attribute(element, "scope") === "row")
    .map((heading) => published.indexOf(bare(textOf(heading))))
    .filter((place) => place !== -1);
  if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))) return;
  const what = "rows are sorted although a number among them is withheld: its place tells what the mark hides";
  findings.add({file, place: placeOf(table), what, remedy: "Leave the rows in published order, and build again"});
}

interface TableCell {
  readonly cell: PageElement;
  /** The row's heading, then those of its columns. */
  readonly headings: readonly string[];
}

/** The data cells of a table with their headings; a heading over several columns holds for each. */
function cellsOfTable(table: PageElement): readonly TableCell[] {
  const rows = elementsOf(table).filter(({name}) => name === "tr");
  const columns: string[][] = [];
  const cells: TableCell[] = [];
  let spanned = 0;
  for (const row of rows) {
    const parts = row.children.filter((child): child is PageElement => "name" in child);
    const [first] = parts;
    if (first === undefined) continue;
    if (attribute(first, "scope") === "row") {
      const data = parts.slice(1).map((cell, index) => ({cell, headings: [textOf(first), ...(columns[index] ?? [])]}));
      cells.push(...data);
    } else {
      addHeadings(spanned > 0 ? parts : parts.slice(1), columns);
      spanned = Number(attribute(first, "rowspan") || "1") - 1;
    }
  }
  return cells;
}

function addHeadings(headings: readonly PageElement[], columns: string[][]): void {
  let column = 0;
  for (const heading of headings) {
    const end = column + Number(attribute(heading, "colspan") || "1");
    for (; column < end; column += 1) (columns[column] ??= []).push(textOf(heading));
  }
}

/** Whether a row's and its columns' headings name a cell. A column headed by another population or year names none. */
function isNamed(row: PublicCell, headings: readonly string[]): boolean {
  const said = headings.map((heading) => heading.toLowerCase());
  const {place} = row.asked;
  const isPlace = place.every(({variable, category}) => {
    const label = category === "total" ? "total" : category.label.toLowerCase();
    return said.some((heading) => heading === label || heading === `${variable.label.toLowerCase()} ${label}`);
  });
  const isItem = place.length > 0 || said[0] === "all" || namesItem(row, said[0] ?? "");
  return isPlace && isItem && !said.slice(1).some((heading) => isOfAnother(heading, row));
}

/** A single cell is headed by the question that it answers. */
function namesItem({asked: {address, population}}: PublicCell, heading: string): boolean {
  const labels = Object.keys(address.at).map(
    (name) => population?.variables.find((variable) => variable.name === name)?.label,
  );
  return labels.every((label) => label !== undefined && heading.includes(label.toLowerCase()));
}

function isOfAnother(heading: string, {asked: {population}, release}: PublicCell): boolean {
  const year = /\b(?:19|20)\d{2}\/\d{2}\b/.exec(heading)?.[0];
  if (year !== undefined && year !== release.edition.period.label) return true;
  const own = population?.heading.toLowerCase();
  const others = release.vocabulary.populations
    .map((other) => other.heading.toLowerCase())
    .filter((other) => other !== own);
  return own !== undefined && !heading.startsWith(own) && others.some((other) => heading.startsWith(other));
}
