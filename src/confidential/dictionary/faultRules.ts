import type {Dictionary} from "./dictionary.ts";

/** What a fault does: it sets the form aside, or drops one answer. */
export type Severity = "form-quarantined" | "answer-dropped";

/** A rule that a form can break. */
export interface FaultRule {
  /** Name in fault reports and in queries of a fault population. */
  readonly name: string;
  /** What was found, as a heading. */
  readonly title: string;
  /** What to do about it, a sentence. */
  readonly advice: string;
}

/**
 * The rules that every extract is held to. Faults of the period's date, of the client reference and of other required
 * columns quarantine the form; in any other column they drop the answer.
 */
export const fixedRules = [
  {
    name: "broken-record",
    title: "Broken record",
    advice: "Correct the number of fields or the quotation marks at source and export again.",
  },
  {name: "blank-client", title: "Blank client reference", advice: "Enter the client reference at source."},
  {name: "blank-required", title: "Blank where an answer is required", advice: "Enter the answer at source."},
  {name: "duplicate-form", title: "Form number used before", advice: "Export each form once."},
  {name: "unlisted-code", title: "Code not in the list", advice: "Correct the code, or add it to the code list."},
  {
    name: "unreadable-date",
    title: "Unreadable date",
    advice: "Write dates as the dictionary gives them, with a year of four digits.",
  },
  {name: "impossible-date", title: "Date not in the calendar", advice: "Correct the date at source."},
  {name: "implausible-date", title: "Date beyond its plausible range", advice: "Correct the date at source."},
  {
    name: "time-of-day",
    title: "Time of day where a date is asked",
    advice: "Export the date alone, or name a format with a time in the dictionary.",
  },
  {
    name: "out-of-range",
    title: "Number beyond its plausible range",
    advice: "Correct the dates that it is worked out from.",
  },
  {
    name: "unreadable-number",
    title: "Number that cannot be read",
    advice:
      "Write digits alone, with a point before decimals and no more of these than the dictionary gives: no commas, no unit, no sign of a currency.",
  },
  {
    name: "beyond-limits",
    title: "Number beyond its limits",
    advice: "Correct the number at source, or its limits in the dictionary.",
  },
] as const satisfies readonly FaultRule[];

export type FixedRuleName = (typeof fixedRules)[number]["name"];

/** Rules of columns of numbers: a dictionary without such a column knows none of them. */
const ofNumbers: ReadonlySet<FixedRuleName> = new Set(["unreadable-number", "beyond-limits"]);

/** Every rule that a dictionary's extracts are held to, in the order of reports: the fixed rules, then its own. */
export function faultRules(dictionary: Dictionary): readonly FaultRule[] {
  const hasNumbers = dictionary.columns.some(({type}) => type === "number" || type === "count");
  const fixed = fixedRules.filter(({name}) => hasNumbers || !ofNumbers.has(name));
  const own = dictionary.rules.map(({name, title}) => ({
    name,
    title: `Against the rule that ${title}`,
    advice: "Correct the dates at source.",
  }));
  const together = dictionary.impossible.map(({name, title}) => ({
    name,
    title: `Against the rule that ${title}`,
    advice: "Correct the one answer or the other at source.",
  }));
  return [...fixed, ...own, ...together];
}
