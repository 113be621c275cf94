import type {ExtractModel} from "../dictionary/variableModel.ts";
import type {Span, SpanAsked} from "../sources/recordAnswers.ts";
import {dayNumber, daysAfter, dayWhenOver, type DayRange} from "./daysAfter.ts";

/** The days between which the dictionary believes a date. */
export function daysBelieved(name: string, {dictionary}: ExtractModel): DayRange {
  const column = dictionary.columns.find((one) => one.name === name);
  const {from, to} = column?.type === "date" ? column : {};
  return {
    from: from === undefined ? -Infinity : dayNumber(from),
    to: to === undefined ? Infinity : dayNumber(to),
  };
}

/** The days on which one date can be, by the rules that put it and another in order, where the other is on some day. */
export function daysInOrder(
  [one, other]: readonly [one: string, other: string],
  day: number,
  {dictionary: {rules}}: ExtractModel,
): DayRange {
  const turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="} as const;
  let [from, to] = [-Infinity, Infinity];
  for (const {left, right, operator, otherwise} of rules) {
    const isSo = left === one && right === other;
    if (otherwise === "quarantine" || !(isSo || (left === other && right === one))) continue;
    const is = isSo ? operator : turned[operator];
    if (is === ">" || is === ">=" || is === "=") from = Math.max(from, is === ">" ? day + 1 : day);
    if (is === "<" || is === "<=" || is === "=") to = Math.min(to, is === "<" ? day - 1 : day);
  }
  return {from, to};
}

/** The days to which a time from a day can be as an answer says: a number of units, or one that is not believed. */
export function daysOfSpan(
  day: number,
  {in: unit, between: [least, most]}: SpanAsked,
  span: Span,
): readonly DayRange[] {
  if (span === "no-date") return [];
  if (span !== "out-of-range") return [daysAfter(day, unit, span)];
  return [
    {from: -Infinity, to: dayWhenOver(day, unit, least) - 1},
    {from: dayWhenOver(day, unit, most + 1), to: Infinity},
  ];
}

/** The days that some ranges share with others. */
export function sharedDays(some: readonly DayRange[], others: readonly DayRange[]): readonly DayRange[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      return from <= to ? [{from, to}] : [];
    }),
  );
}
