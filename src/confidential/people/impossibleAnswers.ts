import type {SourceDefinition} from "../../audit/index.ts";
import type {Reads} from "../../publication/index.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {noMonth, type DateAnswer} from "../sources/recordAnswers.ts";
import {stateOf, type ColumnAnswer, type FormState} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {excluded} from "./excluded.ts";
import {impossibleMonths} from "./impossibleMonths.ts";
import {impossibleOverForms} from "./impossibleOverForms.ts";
import {impossibleTogether} from "./impossibleTogether.ts";

type Impossible = SourceDefinition["impossible"][number];

/**
 * Answers that cannot go together: how a form stands says in what state it is; a broken record has no answers at all; an
 * age needs a readable date of the period where it is reckoned from it; a required answer is blank exactly where the form
 * is set aside for it; what the
 * dictionary calls impossible; and what no forms of a client give.
 */
export function impossibleAnswers(
  columns: readonly AnswerColumn[],
  model: ExtractModel,
  reads: readonly Reads[],
): SourceDefinition["impossible"] {
  const state = columns.findIndex(({plan}) => plan.kind === "state");
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const pairs = columns.flatMap((column, at): readonly Impossible[] => {
    if (column.plan.kind === "state") return [];
    if (column.plan.kind === "standing") return excluded([columns, state, at], (is, stands) => hasState(stands, is));
    return [
      ...excluded([columns, state, at], (is, answer) => goesWithState(answer, is, {column, model})),
      ...excluded([columns, standing, at], (stands, answer) => goesWithFaults(answer, stands, {column, model})),
    ];
  });
  return [
    ...pairs,
    ...impossibleMonths(columns, model, reads),
    ...impossibleTogether(columns, model),
    ...impossibleOverForms(columns, model),
  ].filter(({values}) => values.length > 0);
}

interface Where {
  readonly column: AnswerColumn;
  readonly model: ExtractModel;
}

function hasState(stands: ColumnAnswer, is: ColumnAnswer): boolean {
  return is.kind === "state" && stands.kind === "standing" && stateOf(stands) === is.is;
}

function goesWithState(answer: ColumnAnswer, state: ColumnAnswer, where: Where): boolean {
  if (state.kind !== "state") return true;
  if (state.is === "broken") return isBlank(answer);
  if (state.is === "counted" && isRequired(where) && isBlank(answer)) return false;
  return answer.kind !== "date" || goesWithPeriod(answer, state.is, where);
}

function goesWithPeriod(answer: DateAnswer, state: FormState, {column, model}: Where): boolean {
  const spans = column.plan.kind === "date" ? column.plan.spans : [];
  return spans.every(({to}, at) => {
    if (to !== model.dictionary.period || answer.state !== "usable") return true;
    return (answer.spans[at] === "no-date") === (state === "unreadable");
  });
}

/** A required answer is blank where the form is set aside for it, and only there; a broken record is set aside whole. */
function goesWithFaults(answer: ColumnAnswer, stands: ColumnAnswer, where: Where): boolean {
  const {plan} = where.column;
  if (stands.kind !== "standing" || !("column" in plan) || stands.faults === undefined || !isRequired(where))
    return true;
  if (stateOf(stands) === "broken") return true;
  const isTold = stands.faults.some(({rule, column}) => rule === "blank-required" && column === plan.column);
  return isBlank(answer) === isTold;
}

function isRequired({column: {plan}, model}: Where): boolean {
  const {columns, period} = model.dictionary;
  return (
    "column" in plan && plan.column !== period && columns.find(({name}) => name === plan.column)?.required === true
  );
}

function isBlank(answer: ColumnAnswer): boolean {
  switch (answer.kind) {
    case "code":
      return answer.is === "blank";
    case "codes":
      return answer.codes.length === 0 && !answer.hasUnlisted;
    case "number":
      return answer.is === "blank";
    case "date":
      return answer.state === "blank";
    case "month":
      return answer.is === noMonth.blank;
    case "standing":
    case "state":
      return false;
  }
}
