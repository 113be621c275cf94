import {isUsable} from "./dateSql.ts";

/** Months from the beginning of the year nought to the one that a date lies in; NULL where there is no usable date. */
export function monthSql(day: string): string {
  return `CASE WHEN ${isUsable(day)} THEN (year(${day}) * 12 + month(${day}) - 1)::INTEGER END`;
}

/** Such a number as it is written: `2014-01`. */
export function monthNamed(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
