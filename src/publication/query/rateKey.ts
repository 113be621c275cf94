import type {Population, Vocabulary} from "../vocabulary.ts";
import {findColumn, findReference, findVariable} from "./findNames.ts";
import type {Coordinates} from "../../measures/index.ts";
import {perOf, type Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** What the counts of a rate are divided by. */
export interface RateKey {
  /** The figure of the reference for a place; nothing where the reference has no row for it. */
  readonly rowFor: (at: Coordinates) => {reference: string; column: string; at: Coordinates} | undefined;
}

/**
 * Which variable of the query says the row of the reference: the one that shares category names with the reference's
 * own variable. Throws PublicationError where none does, or several do.
 */
export function rateKey(query: Query, populations: readonly Population[], vocabulary: Vocabulary): RateKey {
  const per = perOf(query);
  const reference = findReference(query, vocabulary, per?.reference ?? "");
  const {name: column} = findColumn(query, reference, per?.column ?? "");
  const rows = new Set(reference.key.categories.map(({name}) => name));
  const asked = [...query.by, ...query.within, ...Object.keys(query.at), ...Object.keys(query.among)];
  const matching = asked.filter((name) =>
    populations.some((population) =>
      findVariable(query, population, name).categories.some((one) => rows.has(one.name)),
    ),
  );
  const [variable] = matching;
  if (variable === undefined || matching.length > 1) {
    const what = variable === undefined ? "no variable" : `more than one variable (${matching.join(", ")})`;
    throw queryFault(query, {
      what: `${what} says which row of "${reference.name}" to divide by`,
      remedy: `Name one variable whose categories are those of ${reference.key.name}`,
    });
  }
  return {
    rowFor: (at) => {
      const row = at[variable];
      if (row === undefined || !rows.has(row)) return undefined;
      return {reference: reference.name, column, at: {[reference.key.name]: row}};
    },
  };
}
