import type {Combination} from "../../publication/index.ts";
import type {Column, Dictionary} from "./dictionary.ts";
import type {FixedRuleName, Severity} from "./faultRules.ts";
import {columnCategory, wholeRecord} from "./faultVariables.ts";

/** Names of the variables that every fault has. */
const variables = ["rule", "column", "severity"] as const;

type Possible = readonly [rule: string, column: string, severity: Severity];

/**
 * Which rule can be broken in which column, and what follows: a reader of the dictionary knows that only a broken
 * record is a fault of the whole record, and that codes are unlisted in columns of codes alone.
 */
export function faultCombinations(dictionary: Dictionary): Combination {
  const possible: readonly Possible[] = [
    fault("broken-record", wholeRecord, "form-quarantined"),
    ...dictionary.columns.flatMap((column) => faultsOf(column, dictionary)),
    ...dictionary.variables.flatMap((definition) =>
      definition.kind === "years"
        ? [fault("out-of-range", columnCategory(definition.years.from), "answer-dropped")]
        : [],
    ),
    ...dictionary.rules.map(({name, left, otherwise}): Possible => {
      if (otherwise === "quarantine") return [name, columnCategory(left), "form-quarantined"];
      return [name, columnCategory(otherwise.blank), severityOf(otherwise.blank, dictionary)];
    }),
  ];
  const together = dictionary.impossible.map(({name, drop}): Possible => [
    name,
    columnCategory(drop),
    "answer-dropped",
  ]);
  const distinct = new Map([...possible, ...together].map((one) => [one.join(" "), one]));
  return {variables, possible: [...distinct.values()]};
}

function faultsOf(column: Column, dictionary: Dictionary): readonly Possible[] {
  const {name, required, type} = column;
  const place = columnCategory(name);
  const faults: Possible[] = [];
  if (name === dictionary.client) faults.push(fault("blank-client", place, "form-quarantined"));
  else if (required || name === dictionary.period) faults.push(fault("blank-required", place, "form-quarantined"));
  if (type === "text" && column.unique) faults.push(fault("duplicate-form", place, "form-quarantined"));
  if (type === "code" || type === "codes") faults.push(fault("unlisted-code", place, "answer-dropped"));
  if (type === "date") {
    const rules = ["unreadable-date", "impossible-date", "implausible-date", "time-of-day"] as const;
    faults.push(...rules.map((rule) => fault(rule, place, severityOf(name, dictionary))));
  }
  return faults;
}

function fault(rule: FixedRuleName, column: string, severity: Severity): Possible {
  return [rule, column, severity];
}

function severityOf(column: string, {period}: Dictionary): Severity {
  return column === period ? "form-quarantined" : "answer-dropped";
}
