import {wholeRecord} from "./faultVariables.ts";
import type {FixedRuleName, Severity} from "./faultRules.ts";
import type {Column, CrossRule, Dictionary, DictionaryVariable} from "./dictionary.ts";
import type {SpanSource} from "./variableModel.ts";

/** A fault that a form can have in one column, or as a whole record, and how a source finds it. */
export interface PossibleFault {
  readonly rule: string;
  /** A column of the dictionary, or `record`. */
  readonly column: string;
  readonly severity: Severity;
  readonly found: FaultSign;
}

/** What shows a fault: an answer that is not there or is none of its kind, or one that goes with another. */
export type FaultSign =
  | {readonly by: "record" | "blank" | "repeat" | "code" | "codes"}
  | {readonly by: "date"; readonly rule: DateRule}
  | {readonly by: "number"; readonly rule: NumberRule}
  | {readonly by: "span"; readonly span: SpanSource}
  /** A rule on two columns, or answers that cannot go together: the place among those of the dictionary. */
  | {readonly by: "rule" | "impossible"; readonly index: number};

/** What can be wrong with a date by itself. */
export const dateRules = ["unreadable-date", "impossible-date", "implausible-date", "time-of-day"] as const;
export type DateRule = (typeof dateRules)[number];

/** What can be wrong with a number by itself. */
export const numberRules = ["unreadable-number", "beyond-limits"] as const;
export type NumberRule = (typeof numberRules)[number];

/**
 * Every fault that a form can have: only a broken record is a fault of the whole record, and codes are unlisted in columns
 * of codes alone.
 */
export function possibleFaults(dictionary: Dictionary): readonly PossibleFault[] {
  return [
    {rule: "broken-record", column: wholeRecord, severity: "form-quarantined", found: {by: "record"}},
    ...dictionary.columns.flatMap((column) => faultsIn(column, dictionary)),
    ...dictionary.variables.flatMap((one) => (one.kind === "span" ? [outOfRange(one)] : [])),
    ...dictionary.rules.map((rule, index) => againstRule(rule, index, dictionary)),
    ...dictionary.impossible.map(({name, drop}, index): PossibleFault => {
      return {rule: name, column: drop, severity: "answer-dropped", found: {by: "impossible", index}};
    }),
  ];
}

/** Those of them that set a form aside. */
export function spoilingFaults(dictionary: Dictionary): readonly PossibleFault[] {
  return possibleFaults(dictionary).filter(({severity}) => severity === "form-quarantined");
}

function faultsIn(column: Column, dictionary: Dictionary): readonly PossibleFault[] {
  const {name, type} = column;
  const blank: FixedRuleName = name === dictionary.client ? "blank-client" : "blank-required";
  const spoils = (rule: FixedRuleName, by: "blank" | "repeat"): PossibleFault => {
    return {rule, column: name, severity: "form-quarantined", found: {by}};
  };
  const needed = isNeeded(column, dictionary) ? [spoils(blank, "blank")] : [];
  switch (type) {
    case "text":
      return column.unique ? [...needed, spoils("duplicate-form", "repeat")] : needed;
    case "date": {
      const severity = severityOf(name, dictionary);
      return [
        ...needed,
        ...dateRules.map((rule) => ({rule, column: name, severity, found: {by: "date", rule}}) as const),
      ];
    }
    case "number":
    case "count": {
      const severity = type === "number" ? "answer-dropped" : "form-quarantined";
      const found = (rule: NumberRule): PossibleFault => ({rule, column: name, severity, found: {by: "number", rule}});
      return [...needed, ...numberRules.map(found)];
    }
    case "code":
    case "codes":
      return [...needed, {rule: "unlisted-code", column: name, severity: "answer-dropped", found: {by: type}}];
  }
}

/** The client reference and the period's date are required, whether the dictionary says so or not. */
function isNeeded({name, required}: Column, {client, period}: Dictionary): boolean {
  return required || name === client || name === period;
}

function outOfRange({span, between}: Extract<DictionaryVariable, {kind: "span"}>): PossibleFault {
  const found = {by: "span", span: {kind: "span", ...span, between}} as const;
  return {rule: "out-of-range", column: span.from, severity: "answer-dropped", found};
}

function againstRule({name, left, otherwise}: CrossRule, index: number, dictionary: Dictionary): PossibleFault {
  const found = {by: "rule", index} as const;
  if (otherwise === "quarantine") return {rule: name, column: left, severity: "form-quarantined", found};
  return {rule: name, column: otherwise.blank, severity: severityOf(otherwise.blank, dictionary), found};
}

/** A date that selects the period spoils the form when it is faulty; any other answer is merely dropped. */
function severityOf(column: string, {period}: Dictionary): Severity {
  return column === period ? "form-quarantined" : "answer-dropped";
}
