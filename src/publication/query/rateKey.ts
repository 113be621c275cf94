import type {Coordinates} from "../../measures/index.ts";
import {referenceKeys} from "../referenceKeys.ts";
import type {Population, Reference, Variable, Vocabulary} from "../vocabulary.ts";
import {wholeRegion} from "../wholeRegion.ts";
import {checkDivisor} from "./checkDivisor.ts";
import {findColumn, findReference, findVariable} from "./findNames.ts";
import {perOf} from "./query.ts";
import {queryFault} from "./queryFault.ts";
import type {RegionAsked} from "./regionAsked.ts";

/** A figure that counts are divided by, and the rows of one key that add up to it where it has none of its own. */
export interface Divisor {
  readonly per: {reference: string; column: string; at: Coordinates};
  readonly rows?: {key: string; names: string[]};
}

/** What the counts of a rate are divided by. */
export interface RateKey {
  /** The variables that say the row, one for each key. */
  readonly variables: readonly string[];
  /** The figure of the reference for a place; nothing where the reference has no row for it. */
  readonly rowFor: (at: Coordinates) => Divisor | undefined;
}

/** A query of a rate, whose region is asked by a variable. */
interface AskedRate extends RegionAsked {
  readonly populations: readonly Population[];
  readonly vocabulary: Vocabulary;
}

/**
 * Which variables of the query say the row of the reference: for each of its keys the one that shares category names with
 * it. The region as a whole has its own row, or all rows of areas where these are the areas of its variable. Throws
 * PublicationError where no variable says the row, or several do, and where the rows are not those of the region.
 */
export function rateKey({query, region, populations, vocabulary}: AskedRate): RateKey {
  const per = perOf(query);
  const reference = findReference(query, vocabulary, per?.reference ?? "");
  const divisor = findColumn(query, reference, per?.column ?? "");
  checkDivisor(query, divisor);
  const {name: column} = divisor;
  const keys = referenceKeys(reference).map((key) => ({
    name: key.name,
    rows: new Set(key.categories.map(({name}) => name)),
    variable: variableFor(key, {query, region, populations, reference: reference.name}),
  }));
  const whole = keys.find(({variable}) => variable === region);
  const areas = whole === undefined ? undefined : areasOf(whole, {query, region, populations, reference});
  return {
    variables: keys.map(({variable}) => variable),
    rowFor: (at) => {
      const own = areas === undefined ? keys : keys.filter((key) => key !== whole);
      const row = own.map(({name, rows, variable}) => {
        return [name, variable === region ? wholeRegion : at[variable], rows] as const;
      });
      const isThere = row.every(([, category, rows]) => category !== undefined && rows.has(category));
      if (!isThere) return undefined;
      const named = Object.fromEntries(row.map(([name, category]) => [name, category ?? ""]));
      const per = {reference: reference.name, column, at: named};
      return areas === undefined || whole === undefined ? {per} : {per, rows: {key: whole.name, names: areas}};
    },
  };
}

interface Asked extends RegionAsked {
  readonly populations: readonly Population[];
  readonly reference: string;
}

/**
 * The rows of areas that add up to the region; nothing where it has a row of its own. Whether rows are areas each, and all
 * that there are, is read off the variable: its areas have to be the same.
 */
function areasOf(
  {name, rows}: {readonly name: string; readonly rows: ReadonlySet<string>},
  {
    query,
    region = "",
    populations,
    reference,
  }: RegionAsked & Pick<AskedRate, "populations"> & {readonly reference: Reference},
): string[] | undefined {
  if (rows.has(wholeRegion)) return undefined;
  const key = referenceKeys(reference).find((one) => one.name === name);
  const listed = new Set(key?.categories.filter(({role}) => role === "value").map((one) => one.name));
  const covers = populations.every((population) => {
    const {categories} = findVariable(query, population, region);
    const areas = categories.filter(({role}) => role === "value").map((one) => one.name);
    return areas.length === listed.size && areas.every((area) => listed.has(area));
  });
  if (covers) return [...listed];
  const what = `"${reference.name}" has no row of the region as a whole, and its rows are not all areas of ${region} and no others`;
  throw queryFault(query, {name: region, what, remedy: "Ask places, or give the reference a row of the region"});
}

/** The one variable of the query whose categories are those of a key. */
function variableFor(key: Variable, {query, region, populations, reference}: Asked): string {
  const rows = new Set(key.categories.map(({name}) => name));
  const asked = [...query.by, ...query.within, ...Object.keys(query.at), ...Object.keys(query.among)].concat(
    region ?? [],
  );
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
