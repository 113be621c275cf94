import type {ReferenceColumn} from "../vocabulary.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** Numbers that are made of others already, or are counted in more than one at a time. */
export const noCount = /%|\bper\b|\bper ?cent|\bpercent|\b(?:hundred|thousand|million)s?\b|0{3}s?\b/i;

/** What a unit of people says. */
const people =
  /\b(?:people|persons?|population|adults?|children|residents?|inhabitants?|m[ae]n|wom[ae]n|boys?|girls?|users?|clients?|patients?|prisoners?|offenders?|drinkers?|smokers?|pupils?|students?|workers?|employees|births)\b/i;

/** A rate is of so many people: over anything else, or over a number that is made of others, it would be one of nothing. */
export function checkDivisor(query: Query, {name, unit}: ReferenceColumn): void {
  if (people.test(unit) && !noCount.test(unit)) return;
  const what = `"${name}" is in the unit "${unit}", and is no number of people`;
  throw queryFault(query, {name, what, remedy: "Divide by a column of people, or say in its unit whom it counts"});
}
