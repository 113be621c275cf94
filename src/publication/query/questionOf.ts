import type {Coordinates, Query} from "./query.ts";

/**
 * What a query asks of each category that it spreads over: two with the same question ask the same of a part and of the
 * whole. Of a reference it is the column, whichever row is named.
 */
export function questionOf({measure, variable, per, at, among, amongStated}: Query): string {
  if (measure === "value") return JSON.stringify([measure, variable]);
  return JSON.stringify([measure, variable, per, sorted(at), sorted(among), amongStated]);
}

function sorted(places: Coordinates): unknown {
  return Object.entries(places).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
