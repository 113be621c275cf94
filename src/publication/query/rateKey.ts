import type {Coordinates} from "../../measures/index.ts";
import {referenceKeys} from "../referenceKeys.ts";
import type {Population, Variable, Vocabulary} from "../vocabulary.ts";
import {checkDivisor} from "./checkDivisor.ts";
import {findColumn, findReference, findVariable} from "./findNames.ts";
import {perOf, type Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";

/** What the counts of a rate are divided by. */
export interface RateKey {
  /** The figure of the reference for a place; nothing where the reference has no row for it. */
  readonly rowFor: (at: Coordinates) => {reference: string; column: string; at: Coordinates} | undefined;
}

/**
 * Which variables of the query say the row of the reference: for each of its keys the one that shares category names with
 * it. Throws PublicationError where none does, or several do.
 */
export function rateKey(query: Query, populations: readonly Population[], vocabulary: Vocabulary): RateKey {
  const per = perOf(query);
  const reference = findReference(query, vocabulary, per?.reference ?? "");
  const divisor = findColumn(query, reference, per?.column ?? "");
  checkDivisor(query, divisor);
  const {name: column} = divisor;
  const keys = referenceKeys(reference).map((key) => ({
    name: key.name,
    rows: new Set(key.categories.map(({name}) => name)),
    variable: variableFor(key, {query, populations, reference: reference.name}),
  }));
  return {
    rowFor: (at) => {
      const row = keys.map(({name, rows, variable}) => [name, at[variable], rows] as const);
      const isThere = row.every(([, category, rows]) => category !== undefined && rows.has(category));
      if (!isThere) return undefined;
      const named = Object.fromEntries(row.map(([name, category]) => [name, category ?? ""]));
      return {reference: reference.name, column, at: named};
    },
  };
}

interface Asked {
  readonly query: Query;
  readonly populations: readonly Population[];
  readonly reference: string;
}

/** The one variable of the query whose categories are those of a key. */
function variableFor(key: Variable, {query, populations, reference}: Asked): string {
  const rows = new Set(key.categories.map(({name}) => name));
  const asked = [...query.by, ...query.within, ...Object.keys(query.at), ...Object.keys(query.among)];
  const matching = asked.filter((name) =>
    populations.some((population) =>
      findVariable(query, population, name).categories.some((one) => rows.has(one.name)),
    ),
  );
  const [variable] = matching;
  if (variable !== undefined && matching.length === 1) return variable;
  const what = variable === undefined ? "no variable" : `more than one variable (${matching.join(", ")})`;
  throw queryFault(query, {
    what: `${what} says which row of "${reference}" to divide by`,
    remedy: `Name one variable whose categories are those of ${key.name}`,
  });
}
