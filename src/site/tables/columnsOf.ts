import {measureOf} from "../../measures/index.ts";
import type {Standing} from "../../publication/index.ts";
import {formatCell} from "../words/formatCell.ts";
import type {Panel} from "../tidy/figureData.ts";
import type {TidyRow} from "../tidy/tidyRow.ts";
import type {Cell} from "../../release/index.ts";

/** One column of a population's block: which cell of a row it prints, and as what. */
export interface CellColumn {
  readonly heading: string;
  readonly cell: (row: TidyRow) => Cell;
  /** What stands there in place of one number, where the cell is published: an interval, or words. */
  readonly write?: (row: TidyRow) => string;
  /** It says how a number stands to what it is held against, which a row of that has no number to. */
  readonly isStanding?: true;
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
export function columnsOf({query, rows}: Panel, standings: readonly Standing[]): readonly CellColumn[] {
  const {column} = measureOf(query);
  const has = (part: "count" | "of") => rows.some(({cell}) => countOf(cell, part).status === "published");
  const isShown = {
    count: has("count"),
    base: query.within.length > 0 && has("of"),
    known: rows.some(({denominator}) => denominator),
  };
  const own: CellColumn = {heading: query.heading ?? column.heading(query), cell: ({cell}) => cell};
  const standing = standings.find(
    ({indicator}) => rows.some((row) => row.standing) && indicator === query.indicator?.name,
  );
  return [
    ...column.beside.filter((part) => isShown[part]).map((part) => beside[part]),
    own,
    ...(standing === undefined ? [] : standingColumns(standing)),
  ];
}

/** The interval by which a number is held against its target, and how it stands to that. */
function standingColumns({heading}: Standing): readonly CellColumn[] {
  return [
    {heading: "95% interval", cell: ({cell}) => cell, write: writeInterval},
    {heading, cell: ({cell}) => cell, write: ({standing}) => standing?.words ?? "", isStanding: true},
  ];
}

/** "79.4% to 89.3%", with the one decimal that ends of intervals are released with; in a narrow column on two lines. */
function writeInterval({cell, measure, unit, decimals}: TidyRow): string {
  if (cell.status !== "published" || cell.lower === undefined || cell.upper === undefined) return "not given";
  const write = (value: number): string =>
    formatCell({status: "published", value}, {measure, unit, decimals, mark: "[c]"}).text;
  return `${write(cell.lower)} to\u00a0${write(cell.upper)}`;
}

/** A whole number that a cell carries; a cell without any keeps its reason. */
function countOf(cell: Cell, part: "count" | "of"): Cell {
  if (cell.status !== "published" && cell.status !== "unreliable") return cell;
  const value = cell[part];
  return value === undefined ? {status: "not-available"} : {status: "published", value};
}
