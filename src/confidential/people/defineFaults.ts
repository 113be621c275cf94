import type {PopulationDefinition} from "../../audit/index.ts";
import {columnCategory, wholeRecord} from "../dictionary/faultVariables.ts";
import type {FormsTable} from "../sources/files/formsTable.ts";
import type {ColumnAnswer} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {isDroppedBy} from "./impossibleTogether.ts";
import {spoilingFaults} from "./peopleSql.ts";
import {faultsOfDate, rulesDropping} from "./possibleAnswers.ts";

type Faults = NonNullable<PopulationDefinition["faults"]>;

/** Every kind of fault with the answers that have it: those that spoil a form in its standing, the others in their column. */
export function defineFaults(forms: FormsTable, columns: readonly AnswerColumn[]): Faults {
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const spoiling = spoilingFaults(forms).map(({rule, column}, at) =>
    fault({rule, column, severity: "form-quarantined"}, standing, {
      columns,
      holds: (answer) => answer.kind === "standing" && answer.faults.includes(at),
    }),
  );
  const dropping = columns.flatMap((column, at) => droppedIn(column, at, {forms, columns}));
  return [...spoiling, ...dropping].filter(({values}) => values.length > 0);
}

interface Kind {
  readonly rule: string;
  readonly column: string;
  readonly severity: string;
}

function fault(
  {rule, column, severity}: Kind,
  at: number,
  {columns, holds}: {readonly columns: readonly AnswerColumn[]; readonly holds: (answer: ColumnAnswer) => boolean},
): Faults[number] {
  const place = column === wholeRecord ? wholeRecord : columnCategory(column);
  const values = (columns[at]?.answers ?? []).flatMap((answer, value) => (holds(answer) ? [value] : []));
  return {at: {rule, column: place, severity}, column: at, values};
}

function droppedIn(
  {plan}: AnswerColumn,
  at: number,
  {forms, columns}: {readonly forms: FormsTable; readonly columns: readonly AnswerColumn[]},
): Faults {
  // A faulty date that selects the period spoils the form: its standing tells of it.
  if (!("column" in plan) || plan.column === forms.model.dictionary.period) return [];
  const {column} = plan;
  const drop = (rule: string, holds: (answer: ColumnAnswer) => boolean) =>
    fault({rule, column, severity: "answer-dropped"}, at, {columns, holds});
  if (plan.kind === "code") {
    const rules = rulesDropping(column, forms.model.dictionary).map((rule) =>
      drop(rule, (answer) => isDroppedBy(answer, [rule])),
    );
    return [drop("unlisted-code", (answer) => answer.kind === "code" && answer.row === "unlisted"), ...rules];
  }
  if (plan.kind === "codes") return [drop("unlisted-code", (answer) => answer.kind === "codes" && answer.hasUnlisted)];
  const states = faultsOfDate(column, forms.model.dictionary).map((rule) =>
    drop(rule, (answer) => answer.kind === "date" && typeof answer.state === "object" && answer.state.rule === rule),
  );
  const ranges = plan.years.map((_, place) =>
    drop("out-of-range", (answer) => answer.kind === "date" && answer.years[place] === "out-of-range"),
  );
  return [...states, ...ranges];
}
