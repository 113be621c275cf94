import type {DerivedColumn, VariableDefinition} from "../../audit/index.ts";
import {isWholeMonths, monthsIn, type Period, type Reads} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {noMonth} from "../sources/recordAnswers.ts";
import type {CountedAs} from "./countedAs.ts";
import type {AnswerColumn} from "./defineVariable.ts";

/** Whether some days are those whose forms are counted today. */
export function isWindow({from, to}: Period, {window}: Pick<ExtractModel, "window">): boolean {
  return from === window.from && to === window.to;
}

/**
 * Whether the records at hand tell whom an edition counted on some days: any population on the days of today; on others its
 * forms by the month of the date that selects them, where they have one. Which form stood for a client then they do not tell.
 */
export function isToldOf(days: Period, {one}: CountedAs, model: ExtractModel): boolean {
  const isDated = model.dictionary.period !== undefined;
  return isWindow(days, model) || (one === "form" && isDated && isWholeMonths(days));
}

/** Each of the days that differ from today's, once. */
export function otherDays(all: readonly Period[], model: ExtractModel): readonly Period[] {
  const others = all.filter((days) => !isWindow(days, model));
  return [...new Map(others.map((days) => [usableKey(days), days])).values()];
}

/** Names the column of whether a form was usable of some days. */
export function usableKey({from, to}: Period): string {
  return `usable from ${from} to ${to}`;
}

interface DaysRead {
  readonly columns: readonly AnswerColumn[];
  readonly model: ExtractModel;
}

/** Whether a form is one that counted on some days: it is not set aside, and its date lies in them. 1: yes, 2: no. */
export function deriveUsable(days: Period, columns: readonly AnswerColumn[], model: ExtractModel): DerivedColumn {
  const months = new Set(monthsIn(days));
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const month = monthColumn({columns, model});
  const sound = (columns[standing]?.answers ?? []).map((one) =>
    one.kind === "standing" && one.fate !== "quarantined" ? 1 : 2,
  );
  const inside = (columns[month]?.answers ?? []).map((one) => (one.kind === "month" && months.has(one.is) ? 1 : 2));
  return {
    name: usableKey(days),
    of: [
      {column: standing, says: sound},
      {column: month, says: inside},
    ],
  };
}

/** What was known of a form on other days than today's: whether it was usable, and where its date lay. */
export function defineOnDays(
  what: Extract<Reads, {as: "form"}>["what"],
  {days, columns, model, usable}: DaysRead & {readonly days: Period; readonly usable: number | undefined},
): VariableDefinition | undefined {
  if (what === "fate") return undefined;
  if (what === "usable") return usable === undefined ? undefined : {column: usable, categories: {yes: [0, 1], no: [2]}};
  const column = monthColumn({columns, model});
  const months = new Set(monthsIn(days));
  const categories: Record<string, number[]> = {inside: [], outside: [], unreadable: []};
  (columns[column]?.answers ?? []).forEach((answer, value) => {
    const is = answer.kind === "month" ? answer.is : noMonth.blank;
    const place = is === noMonth.blank ? "unreadable" : months.has(is) ? "inside" : "outside";
    categories[place]?.push(value);
  });
  return {column, categories};
}

function monthColumn({columns, model}: DaysRead): number {
  return columns.findIndex(({plan}) => plan.kind === "month" && plan.of === model.dictionary.period);
}
