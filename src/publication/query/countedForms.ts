import type {Population} from "../vocabulary.ts";
import type {Coordinates} from "../../measures/index.ts";
import type {Query} from "./query.ts";

/** What the builder itself knows of every form; a query that names one of these says for itself which forms it counts. */
const ownVariables = ["fate", "usable", "period"];

/**
 * Which forms a query counts that does not say so: the usable ones of the period, from which clients are chosen. Nothing
 * for clients and faults, and where all forms are usable.
 */
export function countedForms({at, by, within, among}: Query, {unit, partOf, variables}: Population): Coordinates {
  if (unit !== "forms" || variables.every(({name}) => name !== "usable")) return {};
  const named = [at, among, partOf?.at ?? {}].flatMap((place) => Object.keys(place)).concat(by, within);
  return named.some((name) => ownVariables.includes(name)) ? {} : {usable: "yes"};
}
