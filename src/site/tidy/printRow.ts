import {measures} from "../../measures/index.ts";
import type {Mark} from "../../publication/index.ts";
import {formatCell, type FormattedCell} from "../words/formatCell.ts";
import type {TidyRow} from "./tidyRow.ts";

/** A row's cell as printed in every table and figure and as read aloud. */
export function printRow({cell, measure, unit, decimals}: TidyRow, mark: Mark): FormattedCell {
  return formatCell(cell, {measure, unit, decimals, mark});
}

/**
 * Where a published row stands in a line over time, and beside intervals, limits or bases: at the number as it is released,
 * because at whole percents a line would go in steps.
 */
export function releasedValue({cell}: TidyRow): number | undefined {
  return cell.status === "published" ? cell.value : undefined;
}

/** Where a published row stands on a scale: a share from its whole numbers, so that bars are true to a pixel. */
export function exactValue({cell, measure}: TidyRow): number | undefined {
  if (cell.status !== "published") return undefined;
  const {value, count, of} = cell;
  return measures[measure].print.as === "percent" && count !== undefined && of !== undefined && of > 0
    ? (100 * count) / of
    : value;
}

/**
 * Where a published row stands on a scale: at the number that is printed of it, so that no drawing tells more than its
 * table. "<1%" stands at a half and ">99%" at 99.5. Nothing for a cell that is not published.
 */
export function printedValue(row: TidyRow): number | undefined {
  if (row.cell.status !== "published") return undefined;
  const [, sign, number = ""] = /^([<>]?)([−\d,.]+)%?$/.exec(printRow(row, "").text) ?? [];
  const value = Number(number.replace("−", "-").replaceAll(",", ""));
  if (sign === "<") return value / 2;
  return sign === ">" ? (value + 100) / 2 : value;
}
