import {measures, type MeasureName} from "../../measures/index.ts";
import type {Mark} from "../../publication/index.ts";
import {roundRatioHalfUp, type Cell} from "../../release/index.ts";
import {FormatError} from "./FormatError.ts";
import {markOf} from "./marks.ts";

/** How the cells of one measure are printed. */
export interface CellFormat {
  readonly measure: MeasureName;
  /** Of a reference figure its column's unit: `percent` is printed with its sign. */
  readonly unit?: string | undefined;
  /** Decimals to print; the measure's own where the text asks for none. */
  readonly decimals: number;
  /** What stands for a withheld cell: the policy's mark or marks, e.g. `[c]`. */
  readonly mark: Mark;
}

/** A cell in print and as read aloud. They differ only where a mark or a sign stands for words. */
export interface FormattedCell {
  readonly text: string;
  readonly spoken: string;
}

/**
 * A cell as it is printed everywhere: `7,822`, `19%`, `31.4`, `[c]`.
 * A share that is not nought but would print as 0% is written `<1%`, and one short of everybody `>99%`, so that print
 * never says nobody or everybody where that is not so; a rate of somebody that would print as 0.0 is written `<0.1`.
 * Throws FormatError for more precision than was released.
 */
export function formatCell(cell: Cell, format: CellFormat): FormattedCell {
  if (cell.status !== "published") {
    const {text, meaning} = markOf(cell, format.mark);
    return {text, spoken: meaning};
  }
  const print = measures[format.measure].print.as;
  if (print === "percent") return formatShare(cell, format.decimals);
  const least = formatNumber(1 / 10 ** format.decimals, format.decimals);
  if (cell.value === 0 && (cell.count ?? 0) > 0) return bound("<", "less than", least);
  const number = formatNumber(releasedNumber(cell.value, format), format.decimals);
  return same(print === "column" && format.unit === "percent" ? `${number}%` : number);
}

/**
 * A number with thousands commas and fixed decimals: `7,822`, `31.4`, below nought with a minus sign, `−2.4`. The number must
 * already have that precision.
 */
export function formatNumber(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const sign = Number(value.toFixed(decimals)) < 0 ? "−" : "";
  // Written out, because toLocaleString takes a third of the time of drawing a report's figures.
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

function formatShare(cell: Cell & {status: "published"}, decimals: number): FormattedCell {
  const {count, of} = cell;
  // Without its whole numbers a share has the one decimal that it was released with, and cannot be rounded further.
  if (count === undefined || of === undefined || of === 0) return same(`${formatNumber(cell.value, 1)}%`);
  const percent = roundRatioHalfUp(100 * count, of, decimals);
  const least = 1 / 10 ** decimals;
  if (percent === 0 && count > 0) return bound("<", "less than", `${formatNumber(least, decimals)}%`);
  if (percent === 100 && count < of) return bound(">", "more than", `${formatNumber(100 - least, decimals)}%`);
  return same(`${formatNumber(percent, decimals)}%`);
}

/** A number that was released with so many decimals has no others. */
function releasedNumber(value: number, {measure, decimals}: CellFormat): number {
  if (!measures[measure].print.isFixed || Number(value.toFixed(decimals)) === value) return value;
  throw new FormatError(`a ${measure} has more decimals than ${String(decimals)}: print it as it was released`);
}

function bound(sign: string, words: string, number: string): FormattedCell {
  return {text: `${sign}${number}`, spoken: `${words} ${number}`};
}

function same(text: string): FormattedCell {
  return {text, spoken: text};
}
