import type {Fate, PeriodPlace} from "../dictionary/formVariables.ts";

/** One value of a column of the people, taken apart. */
export type ColumnAnswer =
  | {readonly kind: "code"; readonly row: number | "blank" | "unlisted" | {readonly rule: string}}
  | {readonly kind: "codes"; readonly rows: readonly number[]; readonly hasUnlisted: boolean}
  /** `years`: a number, or why there is none. */
  | {readonly kind: "date"; readonly state: DateState; readonly years: readonly Years[]}
  | FormStanding
  | {readonly kind: "state"; readonly is: FormState};

/** How a form stands. `faults`: places in the list of faults that spoil a form, where these are known. */
export interface FormStanding {
  readonly kind: "standing";
  readonly fate: Fate;
  readonly period: PeriodPlace;
  readonly knowsFaults: boolean;
  readonly faults: readonly number[];
  readonly isBroken: boolean;
}

/** Whether a date is usable, blank, or which rule it breaks. */
export type DateState = "usable" | "blank" | {readonly rule: string};

/** A number of years, or none: out of range, or one of the two dates is missing. */
export type Years = number | "out-of-range" | "no-date";

/** As much of how a form stands as its answers have to do with. */
export const formStates = ["counted", "other", "unreadable", "broken"] as const;
export type FormState = (typeof formStates)[number];

/** The state of a form: it stands for a client; or its record is broken, or the date that selects the period unreadable. */
export function stateOf({fate, period, isBroken}: FormStanding): FormState {
  if (fate === "counted") return "counted";
  if (isBroken) return "broken";
  return period === "unreadable" ? "unreadable" : "other";
}
