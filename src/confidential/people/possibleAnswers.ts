import {monthsIn} from "../../publication/index.ts";
import type {Column, Dictionary} from "../dictionary/dictionary.ts";
import {answerColumn} from "../dictionary/overForms.ts";
import {numberRules, spoilingFaults} from "../dictionary/possibleFaults.ts";
import {codesOf} from "../dictionary/readsOf.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {
  noMonth,
  type ColumnAsked,
  type DateState,
  type MonthAsked,
  type RecordAnswer,
  type Span,
} from "../sources/recordAnswers.ts";
import {nameOfAnswer} from "./answer.ts";

/**
 * The answers that a column can have, in an order of their own, those that occur among them: other people may have given
 * others. Every code of a list, every believable number, every kind of fault; of sets of codes those that occur, every single
 * code, and two that occur.
 */
export function possibleAnswers(
  plan: ColumnAsked,
  occurring: readonly RecordAnswer[],
  model: ExtractModel,
): readonly RecordAnswer[] {
  const inOrder = [...occurring].sort((one, other) => (nameOfAnswer(one) < nameOfAnswer(other) ? -1 : 1));
  return distinct([...allowedAnswers(plan, occurring, model), ...inOrder]);
}

function allowedAnswers(
  plan: ColumnAsked,
  occurring: readonly RecordAnswer[],
  model: ExtractModel,
): readonly RecordAnswer[] {
  switch (plan.kind) {
    case "code":
      return codeAnswers(plan.column, model);
    case "codes":
      return setAnswers(occurring, listedCodes(plan.column, model));
    case "number":
      return numberAnswers(plan.column, model.dictionary);
    case "date":
      return dateAnswers(plan, model.dictionary);
    case "month":
      return monthAnswers(plan, model);
    case "standing":
      return plan.withFaults ? standingAnswers(model.dictionary) : [];
  }
}

function distinct(answers: readonly RecordAnswer[]): readonly RecordAnswer[] {
  return [...new Map(answers.map((answer) => [nameOfAnswer(answer), answer])).values()];
}

/** The codes of a column's list, as a release names them. */
export function listedCodes(name: string, {dictionary, lists}: ExtractModel): readonly string[] {
  const column = answerColumn(name, dictionary);
  const list = column && "list" in column ? lists.get(column.list) : undefined;
  return list === undefined ? [] : codesOf(list);
}

/** Those of them that are an answer. */
export function statedCodes(name: string, model: ExtractModel): readonly string[] {
  const column = answerColumn(name, model.dictionary);
  const rows = column && "list" in column ? (model.lists.get(column.list)?.rows ?? []) : [];
  return listedCodes(name, model).filter((_, row) => rows[row]?.role !== "not-stated");
}

function codeAnswers(name: string, model: ExtractModel): readonly RecordAnswer[] {
  const over = model.dictionary.overForms.find((one) => one.name === name);
  if (over !== undefined) {
    // Over all forms an answer is stated or none: what is wrong with those that are not is told of each form alone.
    const stated = statedCodes(name, model).map((code): RecordAnswer => ({kind: "code", is: {code}}));
    return [...stated, {kind: "code", is: "blank"}];
  }
  return [
    ...listedCodes(name, model).map((code): RecordAnswer => ({kind: "code", is: {code}})),
    {kind: "code", is: "blank"},
    {kind: "code", is: "unlisted"},
    ...rulesDropping(name, model.dictionary).map((rule): RecordAnswer => ({kind: "code", is: {rule}})),
  ];
}

/** Rules on impossible combinations that drop the code of a column. */
export function rulesDropping(column: string, {impossible}: Dictionary): readonly string[] {
  return impossible.flatMap(({name, drop}) => (drop === column ? [name] : []));
}

/** No answer, every code of the list alone, and two together of those that occur. */
function setAnswers(answers: readonly RecordAnswer[], listed: readonly string[]): readonly RecordAnswer[] {
  const held = new Set(answers.flatMap((answer) => (answer.kind === "codes" ? answer.codes : [])));
  const occurring = listed.filter((code) => held.has(code));
  const pairs = occurring.flatMap((one, at) => occurring.slice(at + 1).map((other) => [one, other]));
  const sets = [[], ...listed.map((code) => [code]), ...pairs];
  return sets.map((codes) => ({kind: "codes", codes, hasUnlisted: false}));
}

/** A form that one fault spoils. */
function standingAnswers(dictionary: Dictionary): readonly RecordAnswer[] {
  return spoilingFaults(dictionary).map(({column, rule}): RecordAnswer => {
    const isUnreadable = column === dictionary.period || rule === "broken-record";
    const period = isUnreadable ? "unreadable" : "inside";
    return {kind: "standing", fate: "quarantined", period, faults: [{rule, column}]};
  });
}

function numberAnswers(name: string, dictionary: Dictionary): readonly RecordAnswer[] {
  const column = answerColumn(name, dictionary);
  if (column?.type !== "number") throw new Error(`the dictionary has no column of numbers "${name}"`);
  const {from, to} = column;
  const isCounted = dictionary.overForms.some((one) => one.name === name);
  const none: readonly RecordAnswer[] = [
    {kind: "number", is: "blank"},
    ...numberRules.map((rule): RecordAnswer => ({kind: "number", is: {rule}})),
  ];
  return [
    // Everybody has as many forms as are counted.
    ...(isCounted ? [] : none),
    ...Array.from({length: to - from + 1}, (_, at): RecordAnswer => ({kind: "number", is: from + at})),
  ];
}

function dateAnswers(
  {column, spans}: Extract<ColumnAsked, {kind: "date"}>,
  dictionary: Dictionary,
): readonly RecordAnswer[] {
  const states: readonly DateState[] = ["blank", ...faultsOfDate(column, dictionary).map((rule) => ({rule}))];
  const without = states.map((state): RecordAnswer => ({kind: "date", state, spans: spans.map(() => "no-date")}));
  if (spans.length === 0) return [{kind: "date", state: "usable", spans: []}, ...without];
  // Two spans of one person hang together: only pairs that occur are believed.
  const [only, ...others] = spans;
  if (only === undefined || others.length > 0) return without;
  const [least, most] = only.between;
  const numbers: readonly Span[] = [...Array.from({length: most - least + 1}, (_, at) => least + at), "out-of-range"];
  return [...without, ...numbers.map((one): RecordAnswer => ({kind: "date", state: "usable", spans: [one]}))];
}

/** Every month asked, beyond them, and none; where the date selects the record, the months that are counted. */
function monthAnswers({within, isSelected}: MonthAsked, {window}: ExtractModel): readonly RecordAnswer[] {
  const all = isSelected ? monthsIn(window) : [...monthsIn(within), noMonth.beyond, noMonth.blank];
  return all.map((is): RecordAnswer => ({kind: "month", is}));
}

/** Rules that a date of this column can break without spoiling the form. */
export function faultsOfDate(name: string, {rules, columns}: Dictionary): readonly string[] {
  const column: Column | undefined = columns.find((one) => one.name === name);
  const hasRange = column?.type === "date" && (column.from !== undefined || column.to !== undefined);
  const own = rules.flatMap(({name: rule, otherwise}) =>
    otherwise !== "quarantine" && otherwise.blank === name ? [rule] : [],
  );
  return ["unreadable-date", "impossible-date", ...(hasRange ? ["implausible-date"] : []), "time-of-day", ...own];
}
