import type {PopulationDefinition} from "../../audit/index.ts";
import {columnCategory, wholeRecord} from "../dictionary/faultVariables.ts";
import type {Dictionary} from "../dictionary/dictionary.ts";
import {numberRules, spoilingFaults} from "../dictionary/possibleFaults.ts";
import type {FaultName} from "../sources/recordAnswers.ts";
import type {ColumnAnswer} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {isDroppedBy} from "./impossibleTogether.ts";
import {faultsOfDate, rulesDropping} from "./possibleAnswers.ts";

type Faults = NonNullable<PopulationDefinition["faults"]>;

/** Every kind of fault with the answers that have it: those that spoil a form in its standing, the others in their column. */
export function defineFaults(dictionary: Dictionary, columns: readonly AnswerColumn[]): Faults {
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const spoiling = spoilingFaults(dictionary).map(({rule, column, severity}) =>
    fault({rule, column, severity}, standing, {columns, holds: (answer) => hasFault(answer, {rule, column})}),
  );
  const dropping = columns.flatMap((column, at) => droppedIn(column, at, {dictionary, columns}));
  return [...spoiling, ...dropping].filter(({values}) => values.length > 0);
}

function hasFault(answer: ColumnAnswer, {rule, column}: FaultName): boolean {
  return answer.kind === "standing" && (answer.faults ?? []).some((one) => one.rule === rule && one.column === column);
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
  {dictionary, columns}: {readonly dictionary: Dictionary; readonly columns: readonly AnswerColumn[]},
): Faults {
  if (!("column" in plan)) return [];
  const {column} = plan;
  const drop = (rule: string, holds: (answer: ColumnAnswer) => boolean) =>
    fault({rule, column, severity: "answer-dropped"}, at, {columns, holds});
  if (plan.kind === "code") {
    const rules = rulesDropping(column, dictionary).map((rule) => drop(rule, (answer) => isDroppedBy(answer, [rule])));
    return [drop("unlisted-code", (answer) => answer.kind === "code" && answer.is === "unlisted"), ...rules];
  }
  if (plan.kind === "codes") return [drop("unlisted-code", (answer) => answer.kind === "codes" && answer.hasUnlisted)];
  if (plan.kind === "number") {
    const breaks = (answer: ColumnAnswer, rule: string): boolean =>
      answer.kind === "number" && typeof answer.is === "object" && answer.is.rule === rule;
    return numberRules.map((rule) => drop(rule, (answer) => breaks(answer, rule)));
  }
  // A faulty date that selects the period spoils the form: its standing tells of it.
  const rules = column === dictionary.period ? [] : faultsOfDate(column, dictionary);
  const states = rules.map((rule) =>
    drop(rule, (answer) => answer.kind === "date" && typeof answer.state === "object" && answer.state.rule === rule),
  );
  const ranges = plan.spans.map((_, place) =>
    drop("out-of-range", (answer) => answer.kind === "date" && answer.spans[place] === "out-of-range"),
  );
  return [...states, ...ranges];
}
