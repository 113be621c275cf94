import {measures} from "../../measures/index.ts";
import type {Mark} from "../../publication/index.ts";
import {formatCell, type FormattedCell} from "../words/formatCell.ts";
import type {TidyRow} from "./tidyRow.ts";

/** A row's cell as printed in every table and figure and as read aloud. */
export function printRow({cell, measure, unit, decimals}: TidyRow, mark: Mark): FormattedCell {
  return formatCell(cell, {measure, unit, decimals, mark});
}

/** Where a published row stands on a scale: a share from its whole numbers, so that bars are true to a pixel. */
export function exactValue({cell, measure}: TidyRow): number | undefined {
  if (cell.status !== "published") return undefined;
  const {value, count, of} = cell;
  return measures[measure].print.as === "percent" && count !== undefined && of !== undefined && of > 0
    ? (100 * count) / of
    : value;
}
