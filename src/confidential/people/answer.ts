import type {Fate, PeriodPlace} from "../dictionary/formVariables.ts";

/** One value of a column of the people, taken apart. */
export type Answer =
  | {readonly kind: "code"; readonly row: number | "blank" | "unlisted"}
  | {readonly kind: "codes"; readonly rows: readonly number[]; readonly hasUnlisted: boolean}
  /** `years`: a number, or why there is none. */
  | {readonly kind: "date"; readonly state: DateState; readonly years: readonly Years[]}
  /** `faults`: places in the list of faults that spoil a form. */
  | {readonly kind: "standing"; readonly fate: Fate; readonly period: PeriodPlace; readonly faults: readonly number[]};

/** Whether a date is usable, blank, or which rule it breaks. */
export type DateState = "usable" | "blank" | {readonly rule: string};

/** A number of years, or none: out of range, or one of the two dates is missing. */
export type Years = number | "out-of-range" | "no-date";
