import {monthsIn} from "../../publication/index.ts";
import {noMonth} from "../sources/recordAnswers.ts";
import {dayNumber, daysAfter, type DayRange} from "./daysAfter.ts";
import type {AnswerColumn} from "./defineVariable.ts";

/** The values of a column of months, by the days that lie in them. */
export class MonthsOfDate {
  /** The days of all months that are told apart. */
  readonly days: DayRange;
  /** The value of a date that is missing; nothing where every record has one. */
  readonly blank: number | undefined;
  readonly #months: readonly (DayRange & {readonly value: number})[];
  readonly #beyond: number | undefined;

  constructor({plan, answers}: AnswerColumn, valueOf: (answer: number) => number) {
    const valueNamed = (name: string): number | undefined => {
      const at = answers.findIndex((answer) => answer.kind === "month" && answer.is === name);
      return at < 0 ? undefined : valueOf(at);
    };
    const names = plan.kind === "month" ? monthsIn(plan.within) : [];
    const all = names.map((name) => ({name, ...daysAfter(dayNumber(`${name}-01`), "months", 0)}));
    this.days = {from: all[0]?.from ?? Infinity, to: all.at(-1)?.to ?? -Infinity};
    this.#months = all.flatMap(({name, ...days}) => {
      const value = valueNamed(name);
      return value === undefined ? [] : [{...days, value}];
    });
    this.#beyond = valueNamed(noMonth.beyond);
    this.blank = valueNamed(noMonth.blank);
  }

  /** The values that a date among some days can have. */
  among({from, to}: DayRange): readonly number[] {
    const found = new Set<number>();
    if (from > to) return [];
    for (const month of this.#months) if (month.from <= to && from <= month.to) found.add(month.value);
    const isBeyond = from < this.days.from || to > this.days.to;
    if (isBeyond && this.#beyond !== undefined) found.add(this.#beyond);
    return [...found];
  }
}
