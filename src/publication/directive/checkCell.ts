import {publicationFault} from "../PublicationError.ts";
import type {Query} from "../query/query.ts";

/** Throws PublicationError unless the query asks exactly one cell, as a number in text does. */
export function checkOneCell(query: Query): Query {
  const isSpread = query.by.length > 0 || query.within.length > 0 || query.totals;
  if (!isSpread && query.populations.length === 1) return query;
  const what = `"${query.text}" asks for several numbers where one is printed`;
  throw publicationFault(what, "Name one population and one category of each variable", query.position);
}

/** Throws PublicationError unless the query asks exactly one cell of each of its populations, as a change does. */
export function checkCellOfEach(query: Query): Query {
  const [first = ""] = query.populations;
  checkOneCell({...query, populations: [first]});
  return query;
}

/** Throws PublicationError unless the query asks one number for each category of one variable, as a ranking does. */
export function checkOneVariable(query: Query): Query {
  const spread = [...query.by, ...query.within];
  if (spread.length === 1 && query.populations.length === 1 && !query.totals) return query;
  const what = `"${query.text}" cannot be put in order`;
  throw publicationFault(
    what,
    "Name one population and one variable: highest share prison by main-drug",
    query.position,
  );
}
