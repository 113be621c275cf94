import type {ReleaseContent} from "../../../src/release/index.ts";
import {category, variable} from "../tinyRelease.ts";

/** A variable of a release. */
export type ReadVariable = ReleaseContent["populations"][number]["variables"][number];

/** A variable that reads one column of codes: codes by category; blanks are not stated. */
export function readsCode(name: string, column: string, categories: Record<string, string[]>): ReadVariable {
  const names = [...Object.keys(categories), "not-stated"];
  return {
    ...variable(name, names),
    reads: {as: "code", column, list: "codes", categories: {...categories, "not-stated": []}, blank: "not-stated"},
  };
}

/** Groups of whole years between the dates BORN and SEEN, 10 to 100. */
export function readsBands(name: string, categories: Record<string, [number | null, number | null]>): ReadVariable {
  const names = [...Object.keys(categories), "not-stated"];
  return {...variable(name, names), reads: {as: "bands", from: "BORN", to: "SEEN", between: [10, 100], categories}};
}

/** The same years as a number that can be averaged. */
export function readsYears(name: string): ReadVariable {
  const number = {name, label: name, kind: "number" as const, unit: "years", categories: []};
  return {...number, reads: {as: "years", from: "BORN", to: "SEEN", between: [10, 100]}};
}

/** Whether any of some columns has a code that means yes. */
export function readsAnyOf(
  name: string,
  columns: readonly string[],
  codes: {yes: string[]; no: string[]},
): ReadVariable {
  return {
    ...variable(name, ["yes", "no", "not-stated"]),
    reads: {as: "any-of", columns: columns.map((column) => ({column, list: "codes", ...codes}))},
  };
}

/** Whether a date is there. */
export function readsAnswered(name: string, column: string): ReadVariable {
  return {...variable(name, ["yes", "no"]), reads: {as: "answered", column}};
}

/** A question with several answers, and whether there is any. */
export function readsAnswers(name: string, column: string, answers: readonly string[]): readonly ReadVariable[] {
  const categories = Object.fromEntries(answers.map((one) => [one, [one]]));
  const any = variable(`any-${name}`, ["yes", "no"]);
  return [
    {...variable(name, answers), kind: "multi", reads: {as: "codes", column, list: "codes", categories}},
    {
      ...any,
      categories: [{...category("yes"), anyOf: name}, category("no")],
      reads: {as: "answered", column, list: "codes"},
    },
  ];
}

/** A variable as older releases describe it. */
export function unread({name, label, kind, categories}: ReadVariable): ReadVariable {
  return {name, label, kind, categories};
}
