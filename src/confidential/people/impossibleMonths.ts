import {monthsIn, type Reads} from "../../publication/index.ts";
import type {SourceDefinition} from "../../audit/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {noMonth, type DateAnswer, type MonthAnswer} from "../sources/recordAnswers.ts";
import {stateOf, type ColumnAnswer} from "./answer.ts";
import {spanIn} from "./columnPlan.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {excluded} from "./excluded.ts";

type Impossible = SourceDefinition["impossible"][number];

/**
 * What the month of a date cannot go with: a form whose date lies elsewhere, a date that is not there, a span to or from it
 * that is or is not known, and the month of another date where a rule of the dictionary puts one before the other. Where the
 * time between the two is read as well, `impossibleSpans` says what follows from all three, and months need not be told apart.
 */
export function impossibleMonths(
  columns: readonly AnswerColumn[],
  model: ExtractModel,
  reads: readonly Reads[],
): readonly Impossible[] {
  const spans = reads.map(spanIn).filter((one) => one !== undefined);
  const isTimed = (one: string, other: string): boolean =>
    spans.some(({from, to}) => (from === one && to === other) || (from === other && to === one));
  return columns.flatMap(({plan}, at) => {
    if (plan.kind !== "month") return [];
    const of = (canGo: (month: MonthAnswer, other: ColumnAnswer, column: AnswerColumn) => boolean) =>
      columns.flatMap((column, other) =>
        excluded([columns, at, other], (a, b) => a.kind !== "month" || canGo(a, b, column)),
      );
    return [
      ...(plan.of === model.dictionary.period ? of((month, other) => goesWithForm(month, other, model)) : []),
      ...of((month, other, column) => other.kind !== "date" || goesWithDate(month, other, [plan.of, column])),
      ...of((month, other, {plan: beside}) => {
        if (other.kind !== "month" || beside.kind !== "month" || isTimed(plan.of, beside.of)) return true;
        return isInOrder([plan.of, month], [beside.of, other], model);
      }),
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
function isInOrder([one, {is}]: DatedMonth, [beside, other]: DatedMonth, {dictionary: {rules}}: ExtractModel): boolean {
  if (!isMonth(is) || !isMonth(other.is)) return true;
  return rules.every(({left, operator, right, otherwise}) => {
    if (left !== one || right !== beside || otherwise === "quarantine") return true;
    if (operator === "<" || operator === "<=") return is <= other.is;
    if (operator === ">" || operator === ">=") return is >= other.is;
    return operator !== "=" || is === other.is;
  });
}

function isMonth(is: string): boolean {
  return is !== noMonth.beyond && is !== noMonth.blank;
}
