import {measureOf} from "../../measures/index.ts";
import type {Panel} from "../tidy/figureData.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import type {Cell} from "../../release/index.ts";

/** One column of a population's block: which cell of a row it prints, and as what. */
export interface CellColumn {
  readonly heading: string;
  readonly cell: (row: TidyRow) => Cell;
  /** Absent for the row's own measure. */
  readonly measure?: "count";
}

const beside: Readonly<Record<"count" | "base" | "known", CellColumn>> = {
  count: {heading: "Number", cell: ({cell}) => countOf(cell, "count"), measure: "count"},
  base: {heading: "Base", cell: ({cell}) => countOf(cell, "of"), measure: "count"},
  known: {
    heading: "Averaged",
    cell: ({cell, denominator}) => (cell.status === "published" ? (denominator ?? {status: "not-available"}) : cell),
    measure: "count",
  },
};

/**
 * The columns that one population has in a table of one dimension: a share with the number that it stands for, and
 * its base where every row has one of its own; a mean with the number averaged where the report asks that.
 */
export function columnsOf({query, rows}: Panel): readonly CellColumn[] {
  const {column} = measureOf(query);
  const has = (part: "count" | "of") => rows.some(({cell}) => countOf(cell, part).status === "published");
  const isShown = {
    count: has("count"),
    base: query.within.length > 0 && has("of"),
    known: rows.some(({denominator}) => denominator),
  };
  const own: CellColumn = {heading: query.heading ?? column.heading(query), cell: ({cell}) => cell};
  return [...column.beside.filter((part) => isShown[part]).map((part) => beside[part]), own];
}

/** A whole number that a cell carries; a cell without any keeps its reason. */
function countOf(cell: Cell, part: "count" | "of"): Cell {
  if (cell.status !== "published" && cell.status !== "unreliable") return cell;
  const value = cell[part];
  return value === undefined ? {status: "not-available"} : {status: "published", value};
}
