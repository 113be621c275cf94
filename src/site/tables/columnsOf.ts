import type {Panel} from "../figures/figureData.ts";
import type {TidyRow} from "../figures/tidyRow.ts";
import type {Cell} from "../../release/index.ts";

/** One column of a population's block: which cell of a row it prints, and as what. */
export interface CellColumn {
  readonly heading: string;
  readonly cell: (row: TidyRow) => Cell;
  /** Absent for the row's own measure. */
  readonly measure?: "count";
}

const share: CellColumn = {heading: "Share", cell: ({cell}) => cell};
const number: CellColumn = {heading: "Number", cell: ({cell}) => countOf(cell, "count"), measure: "count"};
const base: CellColumn = {heading: "Base", cell: ({cell}) => countOf(cell, "of"), measure: "count"};
const averaged: CellColumn = {
  heading: "Averaged",
  cell: ({cell, denominator}) => (cell.status === "published" ? (denominator ?? {status: "not-available"}) : cell),
  measure: "count",
};

/**
 * The columns that one population has in a table of one dimension: a share with the number that it stands for, and
 * its base where every row has one of its own; a mean with the number averaged where the report asks that.
 */
export function columnsOf({query, rows}: Panel): readonly CellColumn[] {
  const has = (part: "count" | "of") => rows.some(({cell}) => countOf(cell, part).status === "published");
  switch (query.measure) {
    case "share":
      return [...(has("count") ? [number] : []), ...(query.within.length > 0 && has("of") ? [base] : []), share];
    case "mean":
      return [
        ...(rows.some(({denominator}) => denominator) ? [averaged] : []),
        {heading: "Mean", cell: ({cell}) => cell},
      ];
    case "rate":
      return [...(has("count") ? [number] : []), {heading: "Rate", cell: ({cell}) => cell}];
    default:
      return [{heading: "Number", cell: ({cell}) => cell}];
  }
}

/** A whole number that a cell carries; a cell without any keeps its reason. */
function countOf(cell: Cell, part: "count" | "of"): Cell {
  if (cell.status !== "published" && cell.status !== "unreliable") return cell;
  const value = cell[part];
  return value === undefined ? {status: "not-available"} : {status: "published", value};
}
