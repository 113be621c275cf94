import {markedText} from "./markedText.ts";
import {attribute, type PageElement} from "./parsePage.ts";

/** A heading over some columns. */
export interface ColumnHeading {
  readonly text: string;
  /** Behind it: [p], [b]. */
  readonly marks: readonly string[];
  /** First column and the one behind the last, from 0. */
  readonly from: number;
  readonly to: number;
}

/** A number's cell with where it stands. */
export interface TableNumber {
  readonly cell: PageElement;
  readonly row: string;
  /** Behind the number, and behind what heads its row. */
  readonly marks: readonly string[];
  /** From 0, the row's heading not counted. */
  readonly column: number;
}

/** A table taken apart: one or two levels of headings, the lowest last, and its cells. */
export interface ParsedTable {
  readonly levels: readonly (readonly ColumnHeading[])[];
  readonly cells: readonly TableNumber[];
}

/** Takes a table of the site apart. */
export function parseTable(rows: readonly PageElement[]): ParsedTable {
  const levels: (readonly ColumnHeading[])[] = [];
  const cells: TableNumber[] = [];
  let spanned = 0;
  for (const row of rows) {
    const parts = row.children.filter((child): child is PageElement => "name" in child);
    const [first] = parts;
    if (first === undefined) continue;
    if (attribute(first, "scope") === "row") {
      const {text: row, marks} = markedText(first);
      const ofRow = (cell: PageElement): readonly string[] => [...marks, ...markedText(cell).marks];
      cells.push(...parts.slice(1).map((cell, column) => ({cell, row, marks: ofRow(cell), column})));
    } else {
      levels.push(headingsOf(spanned > 0 ? parts : parts.slice(1)));
      spanned = Number(attribute(first, "rowspan") || "1") - 1;
    }
  }
  return {levels, cells};
}

function headingsOf(elements: readonly PageElement[]): readonly ColumnHeading[] {
  let from = 0;
  return elements.map((element) => {
    const to = from + Number(attribute(element, "colspan") || "1");
    const heading = {...markedText(element), from, to};
    from = to;
    return heading;
  });
}

/** The place among headings of the one over a column; -1 where there is none. */
export function headingOver(headings: readonly ColumnHeading[], column: number): number {
  return headings.findIndex(({from, to}) => column >= from && column < to);
}
