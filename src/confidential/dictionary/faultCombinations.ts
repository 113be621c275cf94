import type {Combination} from "../../publication/index.ts";
import type {Dictionary} from "./dictionary.ts";
import {columnCategory, wholeRecord} from "./faultVariables.ts";
import {possibleFaults} from "./possibleFaults.ts";

/** Which rule can be broken in which column, and what follows, in the names of queries. */
export function faultCombinations(dictionary: Dictionary): Combination {
  const possible = possibleFaults(dictionary).map(({rule, column, severity}) => {
    return [rule, column === wholeRecord ? wholeRecord : columnCategory(column), severity] as const;
  });
  const distinct = new Map(possible.map((one) => [one.join(" "), one]));
  return {variables: ["rule", "column", "severity"], possible: [...distinct.values()]};
}
