import {escapeHtml} from "../prose/escapeHtml.ts";
import type {MeaningfulMark} from "../words/marks.ts";
import type {TableCell, TableModel, TableRow} from "./tableModel.ts";

export interface TableWords {
  /** Unique in the page: headings of two levels are named after it. */
  readonly id: string;
  /** Set inline Markdown, already safe; absent where a heading beside the table says it. */
  readonly captionHtml?: string;
}

/**
 * A table in HTML. Every heading has a scope; where headings have two levels every cell also names its own. A cell
 * that is not published has its mark and, for those who hear it, what the mark means.
 */
export function renderTable(table: TableModel, {id, captionHtml}: TableWords): string {
  const caption = captionHtml === undefined ? "" : `<caption>${captionHtml}</caption>`;
  const body = table.rows.map((row, index) => renderRow(row, index, {table, id}));
  const kind = table.isWide ? "data-table data-table-wide" : "data-table";
  return `<table class="${kind}" id="${escapeHtml(id)}">${caption}${renderHead(table, id)}<tbody>${body.join("")}</tbody></table>`;
}

function renderHead(table: TableModel, id: string): string {
  const {corner, groups, columns} = table;
  const first = `<th scope="col"${groups ? ' rowspan="2"' : ""}>${escapeHtml(corner)}</th>`;
  const names = columns.map(({heading, marks}, index) => {
    const own = groups ? ` id="${escapeHtml(id)}-c${String(index)}"` : "";
    return `<th scope="col"${own} class="${classOf(index, table)}">${escapeHtml(heading)}${marksHtml(marks)}</th>`;
  });
  if (groups === undefined) return `<thead><tr>${first}${names.join("")}</tr></thead>`;
  const spans = groups.map(
    ({heading, span}, index) =>
      `<th scope="colgroup" id="${escapeHtml(id)}-g${String(index)}" class="${index > 0 ? "number begins" : "number"}" colspan="${String(span)}">${escapeHtml(heading)}</th>`,
  );
  const widths = groups.map(({span}) => `<colgroup span="${String(span)}"></colgroup>`);
  return `<colgroup></colgroup>${widths.join("")}<thead><tr>${first}${spans.join("")}</tr><tr>${names.join("")}</tr></thead>`;
}

function renderRow(
  {heading, marks, isTotal, cells}: TableRow,
  row: number,
  {table, id}: {table: TableModel; id: string},
): string {
  const rowId = `${id}-r${String(row)}`;
  const own = table.groups ? ` id="${escapeHtml(rowId)}"` : "";
  const rendered = cells.map((cell, index) => {
    const names = table.groups ? ` headers="${escapeHtml(headersOf(table, id, {rowId, index}))}"` : "";
    return renderCell(cell, names, classOf(index, table));
  });
  return `<tr${isTotal ? ' class="total"' : ""}><th scope="row"${own}>${escapeHtml(heading)}${marksHtml(marks)}</th>${rendered.join("")}</tr>`;
}

function headersOf({groups}: TableModel, id: string, {rowId, index}: {rowId: string; index: number}): string {
  let end = 0;
  const group = (groups ?? []).findIndex(({span}) => {
    end += span;
    return index < end;
  });
  return `${rowId} ${id}-g${String(group)} ${id}-c${String(index)}`;
}

/** A column of totals stands out, and so does the first one of a group beside another. */
function classOf(index: number, {groups = [], columns}: TableModel): string {
  const begins = groups.slice(1).map((_, at) => groups.slice(0, at + 1).reduce((sum, {span}) => sum + span, 0));
  return ["number", columns[index]?.isTotal === true ? "total" : "", begins.includes(index) ? "begins" : ""]
    .filter((name) => name !== "")
    .join(" ");
}

function renderCell({text, spoken, marks, isPublished}: TableCell, names: string, kind: string): string {
  if (isPublished) return `<td class="${kind}"${names}>${escapeHtml(text)}${marksHtml(marks)}</td>`;
  const mark = `<span class="withheld">${escapeHtml(text)}<span class="spoken"> (${escapeHtml(spoken)})</span></span>`;
  return `<td class="${kind}"${names}>${mark}</td>`;
}

/** Marks behind a heading or number, and what they mean for those who hear the table. */
function marksHtml(marks: readonly MeaningfulMark[]): string {
  return marks
    .map(({text, meaning}) => ` <span class="caveat">${text}<span class="spoken"> (${meaning})</span></span>`)
    .join("");
}
