import type {YearsSource} from "../../dictionary/variableModel.ts";
import {isUsable} from "./dateSql.ts";
import type {FormsTable} from "./formsTable.ts";

/**
 * Whole years between two dates, NULL where one is missing. Somebody born on 29 February is a year older on 1 March of
 * other years.
 */
export function yearsSql({from, to}: YearsSource, {columnOf}: FormsTable): string {
  const [start, end] = [columnOf(from), columnOf(to)];
  const digits = (date: string) => `(year(${date}) * 10000 + month(${date}) * 100 + day(${date}))`;
  return `CASE WHEN ${isUsable(start)} AND ${isUsable(end)} THEN (${digits(end)} - ${digits(start)}) // 10000 END`;
}
