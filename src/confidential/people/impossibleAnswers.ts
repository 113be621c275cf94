import type {SourceDefinition} from "../../audit/index.ts";
import type {FormsTable} from "../ingest/formsTable.ts";
import type {Answer} from "./answer.ts";
import type {AnswerColumn} from "./defineVariable.ts";
import {spoilingFaults} from "./peopleSql.ts";

/**
 * Answers that cannot go with how a form stands: a broken record has none at all; an age needs a readable date of the
 * period where it is reckoned from it; a required answer is blank exactly where the form is set aside for it.
 */
export function impossibleAnswers(columns: readonly AnswerColumn[], forms: FormsTable): SourceDefinition["impossible"] {
  const standing = columns.findIndex(({plan}) => plan.kind === "standing");
  const standings = columns[standing]?.answers ?? [];
  const faults = spoilingFaults(forms);
  return columns.flatMap(({plan, answers}, column) => {
    if (plan.kind === "standing") return [];
    const values = standings.flatMap((stands, at) =>
      answers.flatMap((answer, value) => (canGo(answer, stands) ? [] : [[at, value]])),
    );
    return values.length === 0 ? [] : [{columns: [standing, column], values}];

    function canGo(answer: Answer, stands: Answer): boolean {
      if (stands.kind !== "standing") return true;
      const has = (rule: string, name: string): boolean =>
        stands.faults.some((at) => faults[at]?.rule === rule && faults[at]?.column === name);
      if (has("broken-record", "record")) return isBlank(answer);
      if (plan.kind === "standing") return true;
      const isRequired = faults.some(({rule, column: name}) => rule === "blank-required" && name === plan.column);
      if (isRequired && isBlank(answer) !== has("blank-required", plan.column) && plan.column !== forms.model.dictionary.period) return false;
      return answer.kind !== "date" || goesWithPeriod(answer, stands);
    }

    function goesWithPeriod(answer: Extract<Answer, {kind: "date"}>, {period}: Extract<Answer, {kind: "standing"}>): boolean {
      const own = plan.kind === "date" ? plan.years : [];
      return own.every(({to}, at) => {
        if (to !== forms.model.dictionary.period || answer.state !== "usable") return true;
        return (answer.years[at] === "no-date") === (period === "unreadable");
      });
    }
  });
}

function isBlank(answer: Answer): boolean {
  switch (answer.kind) {
    case "code":
      return answer.row === "blank";
    case "codes":
      return answer.rows.length === 0 && !answer.hasUnlisted;
    case "date":
      return answer.state === "blank";
    case "standing":
      return false;
  }
}
