import {monthsIn, type Period} from "../../../../publication/index.ts";
import {fates, periods} from "../../../dictionary/formVariables.ts";
import {answerColumn} from "../../../dictionary/overForms.ts";
import {numberRules, type NumberRule} from "../../../dictionary/possibleFaults.ts";
import {codesOf} from "../../../dictionary/readsOf.ts";
import {
  noMonth,
  type ColumnAsked,
  type DateState,
  type MonthAsked,
  type RecordAnswer,
  type Span,
} from "../../recordAnswers.ts";
import {blanksOf, leastFault, unlisted} from "../columnSql.ts";
import {dateFaults, isUsable, ruleFault} from "../dateSql.ts";
import {dimensionSql} from "../count/dimensionSql.ts";
import {faultProbes} from "../faultProbes.ts";
import type {FormsTable} from "../formsTable.ts";
import {masksTable} from "../multiMasks.ts";
import {monthNamed, monthSql} from "../monthSql.ts";
import {numberFaults} from "../numberSql.ts";
import {spanSql} from "../spanSql.ts";

/** How one column that is asked is read: SQL over a form that yields a key, and the answer that a key stands for. */
export interface AnswerReading {
  readonly sql: string;
  readonly answerOf: (key: string) => RecordAnswer;
}

/** The forms that are read, under the alias `forms`, and the period of the report. */
export interface AnsweringForms {
  readonly forms: FormsTable;
  readonly period: Period;
}

/** How a column is read. */
export function answerReading(asked: ColumnAsked, of: AnsweringForms): AnswerReading {
  switch (asked.kind) {
    case "code":
      return readCode(asked.column, of.forms);
    case "codes":
      return readCodes(asked.column, of.forms);
    case "number":
      return readNumber(asked.column, of.forms);
    case "date":
      return readDate(asked, of.forms);
    case "month":
      return readMonth(asked, of.forms);
    case "standing":
      return readStanding(asked.withFaults, of);
  }
}

/** The codes of a column's list by row, as every source names them. */
function codesIn(name: string, {model}: FormsTable): readonly string[] {
  const column = answerColumn(name, model.dictionary);
  const list = column && "list" in column ? model.lists.get(column.list) : undefined;
  if (list === undefined) throw new Error(`the dictionary has no column of codes "${name}"`);
  return codesOf(list);
}

function readCode(name: string, forms: FormsTable): AnswerReading {
  const {dictionary, lists} = forms.model;
  const codes = codesIn(name, forms);
  const column = answerColumn(name, dictionary);
  const list = column?.type === "code" ? lists.get(column.list) : undefined;
  const blanks = list === undefined ? 0 : blanksOf(dictionary, list).length;
  return {
    sql: `CASE WHEN coalesce(${forms.columnOf(name)}, 0) < ${String(blanks)} THEN -1 ELSE ${forms.columnOf(name)} END`,
    answerOf: (key) => {
      const number = Number(key);
      if (number === unlisted) return {kind: "code", is: "unlisted"};
      const impossible = dictionary.impossible[unlisted - 1 - number];
      if (number >= leastFault && impossible !== undefined) return {kind: "code", is: {rule: impossible.name}};
      const code = codes[number - blanks];
      return {kind: "code", is: code === undefined ? "blank" : {code}};
    },
  };
}

function readCodes(name: string, forms: FormsTable): AnswerReading {
  const codes = codesIn(name, forms);
  const from = `FROM ${masksTable(forms, name)} AS m WHERE m.answer = forms.${forms.columnOf(name)}`;
  return {
    sql: `coalesce((SELECT mask ${from}), 0)::VARCHAR || CASE WHEN coalesce((SELECT has_unlisted ${from}), false) THEN '!' ELSE '' END`,
    answerOf: (key) => {
      const bits = BigInt(key.replace("!", ""));
      const held = codes.filter((_, row) => (bits & (1n << BigInt(row))) !== 0n);
      return {kind: "codes", codes: held, hasUnlisted: key.endsWith("!")};
    },
  };
}

function readNumber(column: string, forms: FormsTable): AnswerReading {
  const faults = numberRules.map((rule) => [String(numberFaults[rule]), rule] as const);
  const ruleOf = new Map<string, NumberRule>(faults);
  return {
    sql: `coalesce(${forms.columnOf(column)}::VARCHAR, '')`,
    answerOf: (key) => {
      const rule = ruleOf.get(key);
      if (rule !== undefined) return {kind: "number", is: {rule}};
      return {kind: "number", is: key === "" ? "blank" : Number(key)};
    },
  };
}

function readDate({column, spans}: Extract<ColumnAsked, {kind: "date"}>, forms: FormsTable): AnswerReading {
  const day = forms.columnOf(column);
  const {rules} = forms.model.dictionary;
  const faults = [
    ...Object.entries(dateFaults).map(([rule, sentinel]) => ({rule, sentinel})),
    ...rules.flatMap(({name, otherwise}, index) =>
      otherwise !== "quarantine" && otherwise.blank === column ? [{rule: name, sentinel: ruleFault(index)}] : [],
    ),
  ];
  const cases = faults.map(({sentinel}, at) => `WHEN ${day} = ${sentinel} THEN ${String(at)}`).join(" ");
  const state = `CASE WHEN ${isUsable(day)} THEN 'u' WHEN ${day} IS NULL THEN 'b' ELSE (CASE ${cases || "WHEN false THEN 0"} END)::VARCHAR END`;
  const numbers = spans.map((span) => `coalesce((${spanSql({...span, from: column}, forms)})::VARCHAR, '-')`);
  return {
    sql: [state, ...numbers].join(" || ' ' || "),
    answerOf: (key) => {
      const [first = "b", ...found] = key.split(" ");
      const read = found.map((text, at): Span => (text === "-" ? "no-date" : within(Number(text), spans[at]?.between)));
      return {kind: "date", state: stateIn(first, faults), spans: read};
    },
  };
}

function readMonth({of, within: days}: MonthAsked, forms: FormsTable): AnswerReading {
  const known = new Set(monthsIn(days));
  return {
    sql: `coalesce((${monthSql(forms.columnOf(of))})::VARCHAR, '')`,
    answerOf: (key) => {
      if (key === "") return {kind: "month", is: noMonth.blank};
      const month = monthNamed(Number(key));
      return {kind: "month", is: known.has(month) ? month : noMonth.beyond};
    },
  };
}

function stateIn(text: string, faults: readonly {readonly rule: string}[]): DateState {
  if (text === "u") return "usable";
  return text === "b" ? "blank" : {rule: faults[Number(text)]?.rule ?? ""};
}

function within(span: number, between: readonly [number, number] = [0, 0]): Span {
  return span >= between[0] && span <= between[1] ? span : "out-of-range";
}

function readStanding(withFaults: boolean, {forms, period}: AnsweringForms): AnswerReading {
  const faults = withFaults ? faultProbes(forms).filter(({severity}) => severity === "form-quarantined") : [];
  const flags = faults.map(({condition}) => `CASE WHEN coalesce(${condition}, false) THEN '1' ELSE '0' END`);
  const fate = dimensionSql({kind: "fate"}, forms, period);
  const place = dimensionSql({kind: "period"}, forms, period);
  return {
    sql: [`(${fate})::VARCHAR`, "' '", `(${place})::VARCHAR`, "' '", ...flags].join(" || "),
    answerOf: (key) => {
      const [fateAt = "0", placeAt = "0", marks = ""] = key.split(" ");
      const found = faults.flatMap(({rule, column}, at) => (marks[at] === "1" ? [{rule, column}] : []));
      return {
        kind: "standing",
        fate: fates[Number(fateAt)] ?? "quarantined",
        period: periods[Number(placeAt)] ?? "unreadable",
        ...(withFaults && {faults: found}),
      };
    },
  };
}
