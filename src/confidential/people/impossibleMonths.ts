import {monthsIn} from "../../publication/index.ts";
import type {SourceDefinition} from "../../audit/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {noMonth, type DateAnswer, type MonthAnswer} from "../sources/recordAnswers.ts";
import {stateOf, type ColumnAnswer} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {excluded} from "./excluded.ts";

type Impossible = SourceDefinition["impossible"][number];

/**
 * What the month of a date cannot go with: a form whose date lies elsewhere, a date that is not there, a span to or from it
 * that is or is not known, and the month of another date where a rule of the dictionary puts one before the other.
 */
export function impossibleMonths(columns: readonly AnswerColumn[], model: ExtractModel): readonly Impossible[] {
  return columns.flatMap(({plan}, at) => {
    if (plan.kind !== "month") return [];
    const of = (canGo: (month: MonthAnswer, other: ColumnAnswer, column: AnswerColumn) => boolean) =>
      columns.flatMap((column, other) =>
        excluded([columns, at, other], (a, b) => a.kind !== "month" || canGo(a, b, column)),
      );
    return [
      ...(plan.of === model.dictionary.period ? of((month, other) => goesWithForm(month, other, model)) : []),
      ...of((month, other, column) => other.kind !== "date" || goesWithDate(month, other, [plan.of, column])),
      ...of((month, other, column) => other.kind !== "month" || isInOrder([plan.of, month], [column, other], model)),
    ];
  });
}

/** The date that selects a form: its month says whether the form is one of those that are counted. */
function goesWithForm({is}: MonthAnswer, other: ColumnAnswer, {window}: ExtractModel): boolean {
  const isInside = monthsIn(window).includes(is);
  const place = isInside ? "inside" : is === noMonth.blank ? "unreadable" : "outside";
  if (other.kind === "standing") return stateOf(other) === "broken" || other.period === place;
  if (other.kind !== "state" || other.is === "broken") return true;
  return other.is === "unreadable"
    ? place === "unreadable"
    : other.is === "counted"
      ? isInside
      : place !== "unreadable";
}

/** The month is known where the date is; a span is where both of its dates are. */
function goesWithDate(
  {is}: MonthAnswer,
  {state, spans}: DateAnswer,
  [of, {plan}]: readonly [string, AnswerColumn],
): boolean {
  if (plan.kind !== "date") return true;
  const isKnown = is !== noMonth.blank;
  if (plan.column === of) return isKnown === (state === "usable");
  return plan.spans.every(({to}, at) => to !== of || state !== "usable" || isKnown === (spans[at] !== "no-date"));
}

type DatedMonth = readonly [of: string, answer: MonthAnswer];

/** Two dates of one form that a rule puts in order: where both are known, so are their months. */
function isInOrder(
  [one, {is}]: DatedMonth,
  [{plan}, other]: readonly [AnswerColumn, MonthAnswer],
  {dictionary: {rules}}: ExtractModel,
): boolean {
  if (plan.kind !== "month" || !isMonth(is) || !isMonth(other.is)) return true;
  return rules.every(({left, operator, right, otherwise}) => {
    if (left !== one || right !== plan.of || otherwise === "quarantine") return true;
    if (operator === "<" || operator === "<=") return is <= other.is;
    if (operator === ">" || operator === ">=") return is >= other.is;
    return operator !== "=" || is === other.is;
  });
}

function isMonth(is: string): boolean {
  return is !== noMonth.beyond && is !== noMonth.blank;
}
