import {measureOf, stated, type CellAddress, type Coordinates} from "../../measures/index.ts";
import type {Category, Population, Variable, Vocabulary} from "../vocabulary.ts";
import {annualised, refuseAnnualPeople, type MonthsAt} from "./annualised.ts";
import type {AskedCell, AskedPlace} from "./askedCell.ts";
import {checkQuery} from "./checkQuery.ts";
import {countedEach} from "./countedEach.ts";
import {countedForms} from "./countedForms.ts";
import {expandReference} from "./expandReference.ts";
import {findVariable} from "./findNames.ts";
import {isAlwaysStated} from "./isAlwaysStated.ts";
import {mergeCategories} from "./mergeCategories.ts";
import {canBeUnanswered, withoutImplied, wholeOf} from "./partOfWhole.ts";
import {endingIn, periodsEnding} from "./periodsEnding.ts";
import {placeInTime} from "./placeInTime.ts";
import {namedPlace} from "./askedSet.ts";
import {refuseSets} from "./checkSets.ts";
import type {Query} from "./query.ts";
import {queryFault} from "./queryFault.ts";
import {rateKey, type Divisor, type RateKey} from "./rateKey.ts";
import {beyondRegion, takeRegion} from "./regionAsked.ts";

/**
 * The cells that a query names, in published order: populations outermost, then `by`, then `within`, last varying
 * fastest. A category that a population's variable lacks (a treatment offered in prison only) is left out for that
 * population, and for a rate a category that the reference lacks.
 *
 * Throws PublicationError for a name that the vocabulary lacks, with the nearest known name, and for a query that
 * makes no sense; see `checkQuery`.
 */
export function expandQuery(asked: Query, vocabulary: Vocabulary): readonly AskedCell[] {
  if (measureOf(asked).about === "reference") {
    refuseSets(asked);
    return expandReference(asked, vocabulary);
  }
  const {query, region} = takeRegion(placeInTime(asked, vocabulary), vocabulary);
  const populations = checkQuery(query, vocabulary);
  const isPer = measureOf(query).grammar.isPer;
  const key = isPer ? rateKey({query, region, populations, vocabulary}) : undefined;
  const cells = populations
    .filter((population) => hasPlace(population, {...query.among, ...query.at}))
    .flatMap((population) => {
      const whole = wholeIn(vocabulary, population);
      const endings = periodsEnding(query, population.variables);
      refuseAnnualPeople(query, population);
      const days = population.window ?? vocabulary.period;
      const monthsAt = annualised(query, {variables: population.variables, days});
      return placesOf(query, population, populations).flatMap((place) =>
        cellAt({query, population, place, key, region, whole, endings, monthsAt}).map((cell) =>
          countedEach(cell, query, population),
        ),
      );
    });
  if (cells.length > 0) return cells;
  throw queryFault(query, {what: "no cell is asked", remedy: "Name categories that the reference has a row for"});
}

function hasPlace(population: Population, place: Coordinates): boolean {
  return Object.entries(place).every(([name, category]) => {
    const variable = population.variables.find((candidate) => candidate.name === name);
    return (
      category === stated || variable?.kind === "number" || variable?.categories.some(({name}) => name === category)
    );
  });
}

/** Every combination of the categories of `by` and `within` that the population has. */
function placesOf(
  query: Query,
  population: Population,
  all: readonly Population[],
): readonly (readonly AskedPlace[])[] {
  return [...query.by, ...query.within]
    .map((name) => dimension(query, findVariable(query, population, name), {population, all}))
    .reduce<readonly (readonly AskedPlace[])[]>(
      (places, categories) => places.flatMap((place) => categories.map((category) => [...place, category])),
      [[]],
    );
}

function dimension(query: Query, variable: Variable, {population, all}: Counted): readonly AskedPlace[] {
  const order = mergeCategories(all.map((population) => findVariable(query, population, variable.name).categories));
  const isBase = statedVariables(query).includes(variable.name) || isAlwaysStated(query, population, variable);
  const categories = order
    .map(({name}) => variable.categories.find((category) => category.name === name))
    .filter((category) => category !== undefined)
    .filter((category) => !(isBase && category.role === "not-stated"));
  const places: readonly (Category | "total")[] = query.totals ? [...categories, "total"] : categories;
  return places.map((category) => ({variable, category}));
}

interface Counted {
  readonly population: Population;
  readonly all: readonly Population[];
}

/** Variables whose "not stated" the base leaves out. */
function statedVariables({amongStated, among, at, by}: Query): readonly string[] {
  const asked = amongStated ? [...by, ...Object.keys(at)] : [];
  return [...asked, ...Object.keys(among).filter((name) => among[name] === stated)];
}

interface Asked {
  readonly query: Query;
  readonly population: Population;
  readonly place: readonly AskedPlace[];
  readonly key: RateKey | undefined;
  /** The variable of whose areas the region as a whole is asked. */
  readonly region: string | undefined;
  /** The population whose cells are asked. */
  readonly whole: Population;
  readonly endings: ReturnType<typeof periodsEnding>;
  readonly monthsAt: MonthsAt | undefined;
}

function wholeIn({populations}: Vocabulary, population: Population): Population {
  return populations.find(({name}) => name === wholeOf(population)) ?? population;
}

/** The cell at a place; none where a rate's reference has no row for it, or too few months end with its period. */
function cellAt(asked: Asked): readonly AskedCell[] {
  const {query, population, place, key, region, endings, monthsAt} = asked;
  const narrowing = withoutImplied(baseOf(query, population, place), population);
  const base = named(narrowing, asked);
  const at = withoutImplied(named({...narrowing, ...query.at, ...coordinates(place)}, asked), population);
  const months = monthsAt?.(at);
  if (monthsAt !== undefined && months === undefined) return [];
  const {per, rows} = key?.rowFor(at) ?? {};
  const whole = region === undefined ? undefined : wholeRegionOf(population, region, rows);
  const cell = {population: wholeOf(population), at, base, months, per, whole, ending: endingIn(at, endings)};
  const address = measureOf(query).addressAt({subject: query, ...cell}) as CellAddress | undefined;
  return address === undefined ? [] : [{population, place, address, ...besideOf(asked, {at, base, narrowing})}];
}

/** Everybody but those whom no area of the region has. */
function wholeRegionOf(population: Population, variable: string, rows: Divisor["rows"]) {
  return {variable, without: [...beyondRegion(population, variable)], ...(rows && {rows})};
}

/** A place by the one name of its cells. */
function named(place: Coordinates, {query, whole}: Asked): Coordinates {
  const found = namedPlace(place, query.sets ?? [], whole);
  if (found !== undefined) return found;
  throw queryFault(query, {what: "nobody has all of these answers", remedy: "Correct one of them"});
}

interface Where {
  readonly at: Coordinates;
  readonly base: Coordinates;
  /** The base as the query says it. */
  readonly narrowing: Coordinates;
}

function baseOf(query: Query, population: Population, place: readonly AskedPlace[]): Coordinates {
  const answered = statedVariables(query).filter((name) => canBeUnanswered(findVariable(query, population, name), population)); // prettier-ignore
  const isWhole = measureOf(query).base === "all";
  const within = place.filter(({variable}) => !isWhole && query.within.includes(variable.name));
  return {
    ...countedForms(query, population),
    ...population.partOf?.at,
    ...query.among,
    ...Object.fromEntries(answered.map((name) => [name, stated])),
    ...coordinates(within),
  };
}

function coordinates(place: readonly AskedPlace[]): Coordinates {
  return Object.fromEntries(
    place.flatMap(({variable, category}) => (category === "total" ? [] : [[variable.name, category.name]])),
  );
}

/** The counts that are printed beside a cell. */
type BesideCell = Pick<AskedCell, "denominator" | "missing" | "averaged" | "group">;

function besideOf(asked: Asked, {at, base, narrowing}: Where): BesideCell {
  const {query, population} = asked;
  const count = (where: Coordinates): CellAddress => ({measure: "count", population: wholeOf(population), at: where});
  const measure = measureOf(query);
  const number = measure.numberOf(query);
  if (number !== undefined) return besideNumber(number, at, count);
  if (measure.base === "others") return {};
  if (measure.grammar.isPer) {
    const without = withoutPlace(asked, narrowing);
    return without === undefined ? {} : {missing: count(without)};
  }
  const missing = missingOf(query, population, narrowing);
  return {
    ...(measure.base !== "none" && {denominator: count(base)}),
    ...(missing && {missing: count(named(missing, asked))}),
  };
}

/**
 * Of a rate: those who are as the records that it counts, but of whom no place is known. Nothing for the region as a whole,
 * nor where none can be.
 */
function withoutPlace({query, population, place, key, region, whole}: Asked, narrowing: Coordinates) {
  const own = {...narrowing, ...query.at, ...coordinates(place)};
  const name = Object.keys(own).find((one) => key?.variables.includes(one));
  const variable = name === undefined || region !== undefined ? undefined : findVariable(query, population, name);
  if (name === undefined || variable === undefined || isAlwaysStated(query, population, variable)) return undefined;
  const notStated = variable.categories.find(({role}) => role === "not-stated");
  const without = notStated && namedPlace({...own, [name]: notStated.name}, query.sets ?? [], whole);
  return without && withoutImplied(without, population);
}

/** A number of everybody asks of how many it is; one of a group does not, because few of a group are missing. */
function besideNumber(number: string, at: Coordinates, count: (at: Coordinates) => CellAddress): BesideCell {
  if (Object.keys(at).length > 0) return {averaged: count({...at, [number]: stated}), group: count(at)};
  return {denominator: count({[number]: stated}), missing: count({[number]: "not-stated"})};
}

function missingOf(query: Query, population: Population, base: Coordinates): Coordinates | undefined {
  const [first] = [...query.by, ...Object.keys(query.at)];
  if (first === undefined || ![undefined, stated].includes(base[first])) return undefined;
  const variable = findVariable(query, population, first);
  if (isAlwaysStated(query, population, variable)) return undefined;
  const notStated = variable.categories.find(({role}) => role === "not-stated");
  return notStated && {...base, [first]: notStated.name};
}
