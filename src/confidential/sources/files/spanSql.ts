import type {SpanSource} from "../../dictionary/variableModel.ts";
import {isUsable} from "./dateSql.ts";
import type {FormsTable} from "./formsTable.ts";

/**
 * Completed years, months, weeks or days between two dates, below nought where the second comes first, and NULL where one is
 * missing. Somebody born on 29 February is a year older on 1 March of other years, and a month that began on the 31st is
 * completed on the first of the month after a shorter one.
 */
export function spanSql({in: unit, from, to}: Omit<SpanSource, "kind" | "between">, {columnOf}: FormsTable): string {
  const [start, end] = [columnOf(from), columnOf(to)];
  return `CASE WHEN ${isUsable(start)} AND ${isUsable(end)} THEN ${completed(unit, start, end)} END`;
}

function completed(unit: SpanSource["in"], start: string, end: string): string {
  const days = `(${end} - ${start})`;
  const months = (date: string): string => `(year(${date}) * 12 + month(${date}))`;
  const isShort = `(CASE WHEN day(${end}) < day(${start}) THEN 1 ELSE 0 END)`;
  switch (unit) {
    case "years":
      return wholePart(`(${months(end)} - ${months(start)} - ${isShort})`, 12);
    case "months":
      return `(${months(end)} - ${months(start)} - ${isShort})`;
    case "weeks":
      return wholePart(days, 7);
    case "days":
      return days;
  }
}

/** Whole lots of so many, downwards: three days before is a week before that is not over, and no week. */
function wholePart(number: string, lot: number): string {
  return `floor(${number} / ${String(lot)}.0)::INTEGER`;
}
