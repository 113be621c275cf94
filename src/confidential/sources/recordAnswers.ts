import type {Period, SpanUnit} from "../../publication/index.ts";
import type {Fate, PeriodPlace} from "../dictionary/formVariables.ts";
import type {NumberRule} from "../dictionary/possibleFaults.ts";

/**
 * What the proof on people asks of the records of one extract: their answers to some columns of its dictionary, and how they
 * stand.
 */
export interface RecordsAsked {
  readonly columns: readonly ColumnAsked[];
  /** Whether only the records that stand for a client are asked. */
  readonly countedOnly: boolean;
}

/**
 * One column that is asked: an answer to a question of one code or of several, a number, a date with the time from it to other
 * dates, the month that a date lies in, or how a form stands, with the faults that set it aside or without.
 */
export type ColumnAsked =
  | {readonly kind: "code"; readonly column: string}
  | {readonly kind: "codes"; readonly column: string}
  | {readonly kind: "number"; readonly column: string}
  | {readonly kind: "date"; readonly column: string; readonly spans: readonly SpanAsked[]}
  | MonthAsked
  | {readonly kind: "standing"; readonly withFaults: boolean};

/** The month that a date lies in, among those of some days; ISO, whole months. */
export interface MonthAsked {
  readonly kind: "month";
  readonly of: string;
  readonly within: Period;
  /** Whether every record that is asked has a date in what is counted there. */
  readonly isSelected: boolean;
}

/** Whole years, months, weeks or days from a date to another one, believed between two ends. */
export interface SpanAsked {
  readonly in: SpanUnit;
  readonly to: string;
  readonly between: readonly [number, number];
}

/**
 * Records by their answers. `times` holds, group by group in any order, how many records there are of it: a source may give
 * each by itself, or those together that answer alike.
 */
export interface AnsweredRecords {
  /** In the order in which they were asked. */
  readonly columns: readonly AnsweredColumn[];
  readonly times: ArrayLike<number>;
}

/** One column: the answers that occur, in any order; by group, the place of its answer among them. */
export interface AnsweredColumn {
  readonly answers: readonly RecordAnswer[];
  readonly values: ArrayLike<number>;
}

/** One answer, taken apart; in codes of the dictionary's lists, and never as it was written. */
export type RecordAnswer = CodeAnswer | CodesAnswer | NumberAnswer | DateAnswer | MonthAnswer | FormStanding;

/** `is`: a code of the list, as `codesOf` names it, or why there is none: blank, unlisted, or dropped by a rule of the dictionary. */
export interface CodeAnswer {
  readonly kind: "code";
  readonly is: {readonly code: string} | "blank" | "unlisted" | {readonly rule: string};
}

/** `codes`: those of the list, each once and in its order, as `codesOf` names them. */
export interface CodesAnswer {
  readonly kind: "codes";
  readonly codes: readonly string[];
  readonly hasUnlisted: boolean;
}

/** `is`: the number in steps of the column's last decimal, or why there is none: blank, or the rule that it breaks. */
export interface NumberAnswer {
  readonly kind: "number";
  readonly is: number | "blank" | {readonly rule: NumberRule};
}

/** `spans`: by what was asked, a number or why there is none. */
export interface DateAnswer {
  readonly kind: "date";
  readonly state: DateState;
  readonly spans: readonly Span[];
}

/** `is`: a month, `2014-01`; or the date lies beyond those that are asked, or there is no usable one. */
export interface MonthAnswer {
  readonly kind: "month";
  readonly is: string;
}

/** What a month is where there is none of those asked. */
export const noMonth = {beyond: "outside", blank: "no-date"} as const;

/** How a form stands. `faults`: those that set it aside, in the order of `possibleFaults`; absent where they were not asked. */
export interface FormStanding {
  readonly kind: "standing";
  readonly fate: Fate;
  readonly period: PeriodPlace;
  readonly faults?: readonly FaultName[];
}

/** A rule, and the column in which it is broken. */
export interface FaultName {
  readonly rule: string;
  readonly column: string;
}

/** Whether a date is usable, blank, or which rule it breaks. */
export type DateState = "usable" | "blank" | {readonly rule: string};

/** The time between two dates, or none: out of range, or one of the two is missing. */
export type Span = number | "out-of-range" | "no-date";
