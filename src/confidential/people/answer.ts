import type {ColumnAsked, FormStanding, RecordAnswer} from "../sources/recordAnswers.ts";

/** A column of the people: one that a source is asked, or the state of a form, which follows from its standing. */
export type ColumnPlan = ColumnAsked | {readonly kind: "state"};

/** One value of a column of the people. */
export type ColumnAnswer = RecordAnswer | {readonly kind: "state"; readonly is: FormState};

/** As much of how a form stands as its answers have to do with. */
export const formStates = ["counted", "other", "unreadable", "broken"] as const;
export type FormState = (typeof formStates)[number];

/** The state of a form: it stands for a client; or its record is broken, or the date that selects the period unreadable. */
export function stateOf({fate, period, faults = []}: FormStanding): FormState {
  if (fate === "counted") return "counted";
  if (faults.some(({rule}) => rule === "broken-record")) return "broken";
  return period === "unreadable" ? "unreadable" : "other";
}

/** One name for every answer: answers with the same name are one. */
export function nameOfAnswer(answer: ColumnAnswer): string {
  switch (answer.kind) {
    case "code":
      return JSON.stringify([answer.kind, namedAs(answer.is)]);
    case "codes":
      return JSON.stringify([answer.kind, answer.codes, answer.hasUnlisted]);
    case "number":
      return JSON.stringify([answer.kind, typeof answer.is === "number" ? answer.is : namedAs(answer.is)]);
    case "date":
      return JSON.stringify([answer.kind, namedAs(answer.state), answer.spans]);
    case "standing": {
      const faults = answer.faults?.map(({rule, column}) => [rule, column]);
      return JSON.stringify([answer.kind, answer.fate, answer.period, faults ?? "not asked"]);
    }
    case "month":
    case "state":
      return JSON.stringify([answer.kind, answer.is]);
  }
}

function namedAs(what: string | {readonly code: string} | {readonly rule: string}): string | readonly string[] {
  if (typeof what === "string") return what;
  return "code" in what ? ["code", what.code] : ["rule", what.rule];
}
