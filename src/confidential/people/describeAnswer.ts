import type {ColumnAnswer} from "./answer.ts";

/** A value of a column in words of the public files: a code, a number in steps, the time to another date, a set of codes, a fault. */
export function describeAnswer(answer: ColumnAnswer): string {
  switch (answer.kind) {
    case "code":
      if (typeof answer.is === "string") return answer.is;
      return "code" in answer.is ? answer.is.code : `dropped by ${answer.is.rule}`;
    case "codes": {
      const {codes, hasUnlisted} = answer;
      return [codes.length === 0 ? "none" : codes.join("+"), ...(hasUnlisted ? ["unlisted"] : [])].join(" ");
    }
    case "number":
      return typeof answer.is === "object" ? answer.is.rule : String(answer.is);
    case "date":
      return [typeof answer.state === "string" ? answer.state : answer.state.rule, ...answer.spans].join(" ");
    case "month":
    case "state":
      return answer.is;
    case "standing": {
      const faults = (answer.faults ?? []).map(({rule, column}) => `${rule} in ${column}`);
      return [`${answer.fate}, period ${answer.period}`, ...faults].join(", ");
    }
  }
}
