import {measureOf, type Coordinates} from "../../measures/index.ts";
import {wholeRegion} from "../wholeRegion.ts";
import {perOf, type Query} from "./query.ts";

/**
 * What a query asks of each category that it spreads over: two with the same question ask the same of a part and of the
 * whole. Of a reference it is the column, whichever row is named.
 */
export function questionOf(query: Query): string {
  const {about, named} = measureOf(query);
  if (about === "reference") return JSON.stringify([named(query)]);
  return JSON.stringify([named(query), perOf(query), sorted(query.at), sorted(query.among), query.amongStated]);
}

/** A rate of the region as a whole is of no place. */
function sorted(places: Coordinates): unknown {
  return Object.entries(places)
    .filter(([, category]) => category !== wholeRegion)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
