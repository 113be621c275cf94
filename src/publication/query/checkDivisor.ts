import {isOfPeople} from "../../measures/index.ts";
import type {ReferenceColumn} from "../vocabulary.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** A rate is of so many people: over anything else, or over a number that is made of others, it would be one of nothing. */
export function checkDivisor(query: Query, {name, unit}: ReferenceColumn): void {
  if (isOfPeople(unit)) return;
  const what = `"${name}" is in the unit "${unit}", and is no number of people`;
  throw queryFault(query, {name, what, remedy: "Divide by a column of people, or say in its unit whom it counts"});
}
