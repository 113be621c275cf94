import type {Category, Variable} from "../../publication/index.ts";
import type {Dictionary} from "./dictionary.ts";
import {faultRules, type Severity} from "./faultRules.ts";

/** Column of a fault that spoils the whole record. */
export const wholeRecord = "record";

/** What is known of every fault: the rule that was broken, the column, and what followed. */
export function faultVariables(dictionary: Dictionary): readonly Variable[] {
  const columns = dictionary.columns.map(({name, title}) => value(columnCategory(name), name, title));
  return [
    {
      name: "rule",
      label: "What was found",
      kind: "category",
      categories: faultRules(dictionary).map(({name, title}) => value(name, "", title)),
    },
    {
      name: "column",
      label: "Column",
      kind: "category",
      categories: [...columns, value(wholeRecord, "", "The whole record")],
    },
    {name: "severity", label: "What followed", kind: "category", categories: severities},
  ];
}

/** Name of a column as a query writes it: `DOB` is `dob`. */
export function columnCategory(columnName: string): string {
  return columnName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

const severities: readonly Category[] = [
  severity("form-quarantined", "Form set aside"),
  severity("answer-dropped", "Answer set to not stated"),
];

function severity(name: Severity, label: string): Category {
  return value(name, "", label);
}

function value(name: string, code: string, label: string): Category {
  return {name, code, label, text: label.charAt(0).toLowerCase() + label.slice(1), role: "value"};
}
