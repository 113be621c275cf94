import type {Break} from "../../../publication/index.ts";
import type {Findings} from "../finding.ts";
import {printedNumbers} from "../../tells/printedNumbers.ts";
import type {ShownFigure} from "../scope.ts";
import {isPartlyWithheld, orderOf} from "../drawing/auditOrder.ts";
import {innerRows, drawnRows} from "../drawing/drawnRows.ts";
import {bare} from "../drawing/Shapes.ts";
import {auditMarksBeside} from "./auditCaveats.ts";
import {auditStanding} from "./auditStanding.ts";
import {expectedNumbers} from "./expectedNumbers.ts";
import {isNameOf, seriesInColumns, type FigureSeries} from "./figureSeries.ts";
import {markedText} from "./markedText.ts";
import {attribute, elementsOf, whereStands, textOf, type PageElement} from "./parsePage.ts";
import {headingOver, parseTable, type ColumnHeading, type ParsedTable, type TableNumber} from "./tableCells.ts";

const remedy = "Build the table from the release's cells alone, and build again";

interface AuditedTable {
  readonly figure: ShownFigure;
  /** Definitions that changed, by the report. */
  readonly breaks: readonly Break[];
  readonly file: string;
}

/**
 * Checks a figure's table cell by cell: a number has to be the one that the query of its column has at the place of its
 * row, and where that cell is withheld there is none. Columns are those of the queries, in their order and named for
 * them. Where something is withheld, rows stand in published order.
 */
export function auditTable(table: PageElement, audited: AuditedTable, findings: Findings): void {
  const {figure, file} = audited;
  auditCorner(table, audited, findings);
  const parsed = parseTable(elementsOf(table).filter(({name}) => name === "tr"));
  const series = seriesInColumns(figure);
  const places = placesOf(parsed, series);
  if (places === undefined) {
    const what = "the table has not one column, or group of columns, for each of its queries";
    findings.add({file, place: whereStands(table), what, remedy});
    return;
  }
  for (const {text} of misnamed(parsed, series)) {
    findings.add({file, place: whereStands(table), what: `"${text}" is no name of the query in that column`, remedy});
  }
  for (const {cell, row, heading, own, marks} of places) {
    const numbers = printedNumbers(textOf(cell));
    findings.count("tables", numbers.length);
    auditStanding({cell, row, heading, own}, {figure, file}, findings);
    if (numbers.length > 0) auditMarksBeside({cell, row, heading, series: own, marks}, audited, findings);
    const allowed = expectedNumbers({row, heading, series: own}, figure);
    for (const {text, key} of numbers) {
      if (allowed.includes(key)) continue;
      const what = `${text} stands in a cell whose row and column name no released cell with that value`;
      findings.add({file, place: `${whereStands(cell)}, row "${row}"`, what, remedy});
    }
  }
  auditRowOrder(table, audited, findings);
}

/** Over the names of the rows stands what the text says, or the variable that the figure is spread over. */
function auditCorner(table: PageElement, {figure: {block, cells}, file}: AuditedTable, findings: Findings): void {
  const corner = elementsOf(table).find(({name}) => name === "th");
  const said = corner === undefined ? "" : textOf(corner);
  const labels = cells.flatMap(({asked: {place}}) => place.map(({variable}) => variable.label));
  const isSpread = labels.length === 0 || labels.some((label) => said.startsWith(label));
  if (block.heading === undefined ? isSpread : said === block.heading) return;
  const what = `"${said}" stands over the names of the rows, and the text does not call them so`;
  findings.add({file, place: whereStands(table), what, remedy});
}

interface SeriesCell extends TableNumber {
  readonly heading: string;
  readonly own: FigureSeries;
}

/** Each cell with the series of its column; nothing where the columns are not those of the series. */
function placesOf({levels, cells}: ParsedTable, series: readonly FigureSeries[]): readonly SeriesCell[] | undefined {
  const lowest = levels.at(-1) ?? [];
  const heads = headsOf({levels, cells}, series);
  if (heads === undefined) return undefined;
  return cells.flatMap((cell) => {
    const own = series[heads.length === 0 ? 0 : headingOver(heads, cell.column)];
    const {text: heading = "", marks = []} = lowest[headingOver(lowest, cell.column)] ?? {};
    return own === undefined ? [] : [{...cell, heading, own, marks: [...cell.marks, ...marks]}];
  });
}

/** The headings that name series; none where a table of two variables shows one series. */
function headsOf({levels}: ParsedTable, series: readonly FigureSeries[]): readonly ColumnHeading[] | undefined {
  const [first = []] = levels;
  if (isCrossed(series) && levels.length === 1) return series.length === 1 ? [] : undefined;
  return first.length === series.length ? first : undefined;
}

function misnamed(parsed: ParsedTable, series: readonly FigureSeries[]): readonly ColumnHeading[] {
  const heads = headsOf(parsed, series) ?? [];
  const texts = heads.map(({text}) => text);
  return heads.filter((head, index) => {
    const own = series[index];
    if (own === undefined || texts.indexOf(head.text) !== index) return true;
    const heading = own[0]?.query.heading;
    // Where the text says how a column is headed, it is headed so: itself, or as the last of the series' own columns.
    if (heading !== undefined && heading !== lastUnder(head, parsed, series)) return true;
    return head.text !== heading && !isNameOf(head.text, own, series);
  });
}

/** The heading of a series' own numbers: its last column's in a list, and its own over the categories of a cross-table. */
function lastUnder(head: ColumnHeading, {levels}: ParsedTable, series: readonly FigureSeries[]): string {
  const lowest = isCrossed(series) ? [] : (levels[1] ?? []);
  const isOwn = ({text}: ColumnHeading): boolean => text !== "95% interval" && !text.startsWith("Against ");
  return lowest.findLast((one) => one.from >= head.from && one.to <= head.to && isOwn(one))?.text ?? head.text;
}

function isCrossed(series: readonly FigureSeries[]): boolean {
  return series.some((rows) => rows.some(({asked}) => asked.place.length > 1));
}

function auditRowOrder(table: PageElement, {figure, file}: AuditedTable, findings: Findings): void {
  const rows = innerRows(drawnRows(figure));
  if (!isPartlyWithheld(rows)) return;
  const published = orderOf(rows);
  const places = elementsOf(table)
    .filter((element) => element.name === "th" && attribute(element, "scope") === "row")
    .map((heading) => published.indexOf(bare(markedText(heading).text)))
    .filter((place) => place !== -1);
  if (places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))) return;
  const what = "rows are sorted although a number among them is withheld: its place tells what the mark hides";
  findings.add({file, place: whereStands(table), what, remedy: "Leave the rows in published order, and build again"});
}
