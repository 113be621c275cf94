import type {Population, Variable} from "../vocabulary.ts";
import {countedForms} from "./countedForms.ts";
import type {Query} from "./query.ts";

/** What tells of a form that the date which selects it lies in what is counted. */
const selected: Readonly<Record<string, readonly string[]>> = {
  usable: ["yes"],
  fate: ["counted", "superseded"],
  period: ["inside"],
};

/**
 * Whether a variable has an answer of every record that a query counts: forms that are selected by a date have it. A row for
 * "not stated" would be full of noughts that say nothing.
 */
export function isAlwaysStated(query: Query, population: Population, {reads}: Variable): boolean {
  if (reads?.as !== "period" || reads.selects !== true) return false;
  const at = {...countedForms(query, population), ...population.partOf?.at, ...query.among, ...query.at};
  return Object.entries(selected).some(([name, categories]) => categories.includes(at[name] ?? ""));
}
