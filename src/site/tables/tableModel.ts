import type {FormattedCell} from "../words/formatCell.ts";
import type {MeaningfulMark} from "../words/marks.ts";

/** A table as it is printed: what HTML, the workbook and the PDF are made from. */
export interface TableModel {
  /** Heading of the column of row names. */
  readonly corner: string;
  /** Headings over several columns; absent where one level is enough. */
  readonly groups?: readonly TableGroup[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** More columns than a page of text holds: on screen it scrolls, in print it lies across the page. */
  readonly isWide: boolean;
}

export interface TableGroup {
  readonly heading: string;
  /** Number of columns that it spans. */
  readonly span: number;
}

export interface TableColumn {
  readonly heading: string;
  /** What is told of all numbers under it. */
  readonly marks: readonly MeaningfulMark[];
  readonly isTotal: boolean;
}

export interface TableRow {
  readonly heading: string;
  /** What is told of all its numbers. */
  readonly marks: readonly MeaningfulMark[];
  readonly isTotal: boolean;
  /** One for every column; none is ever empty. */
  readonly cells: readonly TableCell[];
}

export interface TableCell extends FormattedCell {
  readonly isPublished: boolean;
  /** What is told of its number, and not of all in its row or column. */
  readonly marks: readonly MeaningfulMark[];
}
