import type {SourceDefinition} from "../../audit/index.ts";
import type {FormsTable} from "../sources/files/formsTable.ts";
import {stateOf, type ColumnAnswer, type FormState} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {impossibleTogether} from "./impossibleTogether.ts";
import {spoilingFaults} from "./peopleSql.ts";

type Impossible = SourceDefinition["impossible"][number];

/**
 * Answers that cannot go together: how a form stands says in what state it is; a broken record has no answers at all; an
 * age needs a readable date of the period where it is reckoned from it; a required answer is blank exactly where the form
 * is set aside for it; and what the dictionary calls impossible.
 */
export function impossibleAnswers(columns: readonly AnswerColumn[], forms: FormsTable): SourceDefinition["impossible"] {
  const state = columns.findIndex(({plan}) => plan.kind === "state");
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const pairs = columns.flatMap((column, at): readonly Impossible[] => {
    if (column.plan.kind === "state") return [];
    if (column.plan.kind === "standing") return excluded([columns, state, at], (is, stands) => hasState(stands, is));
    return [
      ...excluded([columns, state, at], (is, answer) => goesWithState(answer, is, {column, forms})),
      ...excluded([columns, standing, at], (stands, answer) => goesWithFaults(answer, stands, {column, forms})),
    ];
  });
  return [...pairs, ...impossibleTogether(columns, forms)].filter(({values}) => values.length > 0);
}

/** The pairs of answers of two columns that cannot go together; none where a column is lacking. */
function excluded(
  [columns, one, other]: readonly [columns: readonly AnswerColumn[], one: number, other: number],
  canGo: (a: ColumnAnswer, b: ColumnAnswer) => boolean,
): readonly Impossible[] {
  const [first, second] = [columns[one]?.answers ?? [], columns[other]?.answers ?? []];
  const values = first.flatMap((a, at) => second.flatMap((b, place) => (canGo(a, b) ? [] : [[at, place]])));
  return [{columns: [one, other], values}];
}

interface Where {
  readonly column: AnswerColumn;
  readonly forms: FormsTable;
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

function goesWithPeriod(
  answer: Extract<ColumnAnswer, {kind: "date"}>,
  state: FormState,
  {column, forms}: Where,
): boolean {
  const years = column.plan.kind === "date" ? column.plan.years : [];
  return years.every(({to}, at) => {
    if (to !== forms.model.dictionary.period || answer.state !== "usable") return true;
    return (answer.years[at] === "no-date") === (state === "unreadable");
  });
}

/** A required answer is blank where the form is set aside for it, and only there; a broken record is set aside whole. */
function goesWithFaults(answer: ColumnAnswer, stands: ColumnAnswer, where: Where): boolean {
  const {plan} = where.column;
  if (stands.kind !== "standing" || !("column" in plan) || !stands.knowsFaults || !isRequired(where)) return true;
  if (stateOf(stands) === "broken") return true;
  const faults = spoilingFaults(where.forms);
  const isTold = stands.faults.some(
    (at) => faults[at]?.rule === "blank-required" && faults[at]?.column === plan.column,
  );
  return isBlank(answer) === isTold;
}

function isRequired({column: {plan}, forms}: Where): boolean {
  const {columns, period} = forms.model.dictionary;
  return (
    "column" in plan && plan.column !== period && columns.find(({name}) => name === plan.column)?.required === true
  );
}

function isBlank(answer: ColumnAnswer): boolean {
  switch (answer.kind) {
    case "code":
      return answer.row === "blank";
    case "codes":
      return answer.rows.length === 0 && !answer.hasUnlisted;
    case "date":
      return answer.state === "blank";
    case "standing":
    case "state":
      return false;
  }
}
