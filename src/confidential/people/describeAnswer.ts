import type {FormsTable} from "../sources/files/formsTable.ts";
import type {ColumnAnswer} from "./answer.ts";
import type {ColumnPlan} from "./columnPlan.ts";
import {releasedCode} from "./defineVariable.ts";
import {spoilingFaults} from "./peopleSql.ts";

/** A value of a column in words of the public files: a code, an age, a set of codes, a fault. */
export function describeAnswer(answer: ColumnAnswer, forms: FormsTable, plan: ColumnPlan): string {
  switch (answer.kind) {
    case "code":
      if (typeof answer.row === "object") return `dropped by ${answer.row.rule}`;
      return typeof answer.row === "string" ? answer.row : codeIn(answer.row, forms, plan);
    case "codes": {
      const codes = answer.rows.map((row) => codeIn(row, forms, plan));
      return [codes.length === 0 ? "none" : codes.join("+"), ...(answer.hasUnlisted ? ["unlisted"] : [])].join(" ");
    }
    case "date":
      return [typeof answer.state === "string" ? answer.state : answer.state.rule, ...answer.years].join(" ");
    case "state":
      return answer.is;
    case "standing": {
      const faults = answer.faults.map((at) => {
        const probe = spoilingFaults(forms)[at];
        return `${probe?.rule ?? ""} in ${probe?.column ?? ""}`;
      });
      return [`${answer.fate}, period ${answer.period}`, ...faults].join(", ");
    }
  }
}

function codeIn(row: number, forms: FormsTable, plan: ColumnPlan): string {
  return ("column" in plan ? releasedCode(row, plan.column, forms) : undefined) ?? "unlisted";
}
