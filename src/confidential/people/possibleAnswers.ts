import type {Column, Dictionary} from "../dictionary/dictionary.ts";
import type {FormsTable} from "../sources/files/formsTable.ts";
import type {ColumnAnswer, DateState, Years} from "./answer.ts";
import {spoilingFaults} from "./peopleSql.ts";
import type {ReadColumn} from "./readPeople.ts";

/**
 * The answers that a column can have, those that occur first: other people may have given others. Every code of a list,
 * every believable age, every kind of fault; of sets of codes those that occur, every single code, and two that occur.
 */
export function possibleAnswers({plan, answers}: ReadColumn, forms: FormsTable): readonly ColumnAnswer[] {
  switch (plan.kind) {
    case "code":
      return union(answers, codeAnswers(plan.column, forms));
    case "codes":
      return union(answers, setAnswers(answers, listedRows(plan.column, forms)));
    case "date":
      return union(answers, dateAnswers(plan.column, {plan, dictionary: forms.model.dictionary}));
    case "standing":
      return plan.withFaults ? union(answers, standingAnswers(forms)) : answers;
    case "state":
      return answers;
  }
}

function union(answers: readonly ColumnAnswer[], others: readonly ColumnAnswer[]): readonly ColumnAnswer[] {
  return [...new Map([...answers, ...others].map((answer) => [JSON.stringify(answer), answer])).values()];
}

/** The rows of a column's code list. */
function listedRows(name: string, {model}: FormsTable): readonly number[] {
  const column = model.dictionary.columns.find((one) => one.name === name);
  const list = column && "list" in column ? model.lists.get(column.list) : undefined;
  return [...(list?.rows.keys() ?? [])];
}

function codeAnswers(name: string, forms: FormsTable): readonly ColumnAnswer[] {
  return [
    ...listedRows(name, forms).map((row): ColumnAnswer => ({kind: "code", row})),
    {kind: "code", row: "blank"},
    {kind: "code", row: "unlisted"},
    ...rulesDropping(name, forms.model.dictionary).map((rule): ColumnAnswer => ({kind: "code", row: {rule}})),
  ];
}

/** Rules on impossible combinations that drop the code of a column. */
export function rulesDropping(column: string, {impossible}: Dictionary): readonly string[] {
  return impossible.flatMap(({name, drop}) => (drop === column ? [name] : []));
}

/** No answer, every code of the list alone, and two together of those that occur. */
function setAnswers(answers: readonly ColumnAnswer[], listed: readonly number[]): readonly ColumnAnswer[] {
  const occurring = answers.flatMap((answer) => (answer.kind === "codes" ? answer.rows : []));
  const rows = [...new Set(occurring)].sort((a, b) => a - b);
  const pairs = rows.flatMap((one, at) => rows.slice(at + 1).map((other) => [one, other]));
  const single = [...new Set([...rows, ...listed])].map((row) => [row]);
  return [[], ...single, ...pairs].map((own) => ({kind: "codes", rows: own, hasUnlisted: false}));
}

/** A form that one fault spoils. */
function standingAnswers(forms: FormsTable): readonly ColumnAnswer[] {
  const {period} = forms.model.dictionary;
  return spoilingFaults(forms).map(({column, rule}, at): ColumnAnswer => {
    const isUnreadable = column === period || rule === "broken-record";
    const isBroken = rule === "broken-record";
    const place = isUnreadable ? "unreadable" : "inside";
    return {kind: "standing", fate: "quarantined", period: place, knowsFaults: true, faults: [at], isBroken};
  });
}

interface DateOf {
  readonly plan: Extract<ReadColumn["plan"], {kind: "date"}>;
  readonly dictionary: Dictionary;
}

function dateAnswers(name: string, {plan, dictionary}: DateOf): readonly ColumnAnswer[] {
  const states: readonly DateState[] = ["blank", ...faultsOfDate(name, dictionary).map((rule) => ({rule}))];
  const without = states.map((state): ColumnAnswer => ({kind: "date", state, years: plan.years.map(() => "no-date")}));
  if (plan.years.length === 0) return [{kind: "date", state: "usable", years: []}, ...without];
  // Two ages of one person hang together: only pairs that occur are believed.
  const [only, ...others] = plan.years;
  if (only === undefined || others.length > 0) return without;
  const [least, most] = only.between;
  const ages: readonly Years[] = [...Array.from({length: most - least + 1}, (_, at) => least + at), "out-of-range"];
  return [...without, ...ages.map((age): ColumnAnswer => ({kind: "date", state: "usable", years: [age]}))];
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
