import {measureOf} from "../../measures/index.ts";
import type {Population, Variable} from "../vocabulary.ts";
import {categoriesOfSet, these, type AskedSet} from "./askedSet.ts";
import {checkCategory, findVariable} from "./findNames.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** What is wrong with a set, and what to write. */
interface SetFault {
  readonly what: string;
  readonly remedy: string;
}

const notStated = "not-stated";

/**
 * Checks the several categories that a query asks as one: that its populations have them, that their answers can be asked
 * together, and that they are neither everybody nor nobody. Throws PublicationError.
 */
export function checkSets(query: Query, populations: readonly Population[]): void {
  for (const set of query.sets ?? []) {
    const fault = populations.flatMap((population) => faultIn(set, {query, population}) ?? [])[0];
    if (fault !== undefined) throw queryFault(query, {name: set.variable, ...fault});
    const asked = populations.map(({variables}) => variables.find((one) => one.name === set.variable));
    const known = asked.filter((variable) => variable !== undefined);
    // The vocabulary of a release has what makes a set, and need not have the question itself.
    if (known.length > 0) for (const category of set.categories) checkCategory(query, known, category);
    if (query.amongStated && set.name in query.at) refuseUnanswered(query, set, populations);
  }
}

/** The figures of a reference are of one row each. */
export function refuseSets(query: Query): void {
  const [set] = query.sets ?? [];
  if (set === undefined) return;
  const what = `"${set.text}" asks several rows of a reference as one`;
  throw queryFault(query, {name: set.variable, what, remedy: "Name one category, or spread them with by"});
}

function faultIn(
  set: AskedSet,
  {query, population}: {readonly query: Query; readonly population: Population},
): SetFault | undefined {
  const own = population.variables.find(({name}) => name === set.name);
  if (own === undefined) {
    const variable = findVariable(query, population, set.variable);
    checkCategories(query, set, variable);
    return whyApart(set, variable);
  }
  if (own.categories.every(({name}) => name === these)) {
    const what = `all of "${population.name}" are ${set.text}`;
    return {what, remedy: `Leave ${set.variable} out`};
  }
  if (own.categories.some(({name}) => name === these)) return undefined;
  return {what: `nobody of "${population.name}" is ${set.text}`, remedy: "Name other categories"};
}

function checkCategories(query: Query, set: AskedSet, variable: Variable): void {
  for (const category of set.categories) checkCategory(query, [variable], category);
}

/** Why no variable parts those who have one of some categories from all others. */
function whyApart(set: AskedSet, variable: Variable): SetFault {
  const {name, kind, categories, reads} = variable;
  const meant = categoriesOfSet(set, variable);
  if (kind === "multi") {
    const what = `a record can have several answers to "${name}" at once`;
    return {what, remedy: "Name one of them, or ask for any of several by a question of the dictionary"};
  }
  if (kind === "number") {
    return {what: `"${name}" is a number and has no categories`, remedy: "Name a grouped variable"};
  }
  if (meant.length === 0) return {what: `nobody is ${set.text}`, remedy: "Name other categories"};
  if (meant.length === categories.length) return {what: `everybody is ${set.text}`, remedy: `Leave ${name} out`};
  if (reads?.as === "bands" || reads?.as === "number-bands") {
    const without = set.isNot && meant.includes(notStated) ? `, and none with ${notStated}` : "";
    const what = `"${set.text}": only bands that lie side by side can be asked together${without}`;
    const remedy = without === "" ? "Ask for them one by one" : `Write ${set.text}/${notStated}, or name the bands`;
    return {what, remedy};
  }
  if (reads?.as === "code") {
    const what = `the release of "${set.text}" was not asked that`;
    return {what, remedy: "Ask it in the report of that edition too, or name one category"};
  }
  return {what: `answers to "${name}" cannot be asked together`, remedy: "Name one of them"};
}

/** A base of those who answered holds nobody who did not. */
function refuseUnanswered(query: Query, set: AskedSet, populations: readonly Population[]): void {
  const isHeld = populations.some(({variables}) => {
    const own = variables.find(({name}) => name === set.name);
    return own?.reads?.as === "code" && own.reads.blank === these;
  });
  if (!isHeld || measureOf(query).base === "none") return;
  const what = `"${set.text}" holds those whose answer is ${notStated}, and the base leaves them out`;
  const remedy = set.isNot ? `Write ${set.text}/${notStated}` : `Leave ${notStated} out`;
  throw queryFault(query, {name: set.variable, what, remedy});
}
