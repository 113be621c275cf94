import {
  isOfApartColumns,
  overFormsOf,
  stated,
  type Combination,
  type Coordinates,
  type Population,
} from "../../../publication/index.ts";

const severity = "severity";

/**
 * The variables that speak of the same answer as others that the publication names, and that a table must hold beside
 * them: two groupings of one code list tell of each other, and so do a question and whether anything was answered to it.
 */
export function tiesOf(population: Population, named: ReadonlySet<string>): Ties {
  const {variables, combinations = [], unit} = population;
  const together = combinations.filter((one) => !isOfApartColumns(one, population));
  const groups = [
    ...together.map((one) => one.variables),
    ...variables.flatMap(({name, categories}) => categories.flatMap(({anyOf}) => (anyOf ? [[name, anyOf]] : []))),
  ];
  // What follows a fault ties the faults to the forms that were set aside.
  const isNamed = (name: string): boolean => named.has(name) || (unit === "faults" && name === severity);
  return groups.map((group) => group.filter(isNamed)).filter(({length}) => length > 1);
}

/** Groups of variables that tell of each other. */
export type Ties = readonly (readonly string[])[];

/**
 * Sets of variables that tables must hold beside those that are asked, because answers over all forms of a client and that of
 * the form which stands for them tell of each other: of every two tables such a pair, by whatever else both are by. More than
 * two such answers at once are left to the proof on people.
 */
export function setsOfForms(
  asked: readonly (readonly string[])[],
  population: Population,
): readonly (readonly string[])[] {
  const {variables, combinations = []} = population;
  const isOverForms = (name: string): boolean =>
    variables.some((one) => one.name === name && one.reads !== undefined && overFormsOf(one.reads) !== undefined);
  const pairs = combinations.map((one) => one.variables).filter((names) => names.some(isOverForms));
  const tables = (name: string | undefined) => asked.filter((set) => name !== undefined && set.includes(name));
  return pairs.flatMap(([one, other]) =>
    tables(one).flatMap((table) =>
      tables(other).map((beside) => [
        ...table.filter((name) => name === one || name === other || beside.includes(name)),
        ...beside.filter((name) => name === one || name === other),
      ]),
    ),
  );
}

/** A set of variables with those that tell of them. */
export function withTied(set: readonly string[], ties: Ties): readonly string[] {
  const wider = new Set(set);
  for (const tied of ties) if (tied.some((name) => set.includes(name))) for (const name of tied) wider.add(name);
  return wider.size === set.length ? set : withTied([...wider], ties);
}

/** Whether a category of a variable is what a place asks of it: itself, anything stated, or nothing. */
export function meetsOf({
  variables,
}: Population): (name: string, asked: string | undefined, category: string) => boolean {
  const notStated = new Map(
    variables.map(({name, categories}) => [
      name,
      new Set(categories.filter(({role}) => role === "not-stated").map((one) => one.name)),
    ]),
  );
  return (name, asked, category) => {
    if (asked === undefined || asked === category) return true;
    return asked === stated && category !== "not-stated" && notStated.get(name)?.has(category) !== true;
  };
}

/** Tells the places where a record can stand from those where none can. */
export function possiblePlaces(population: Population): (at: Coordinates) => boolean {
  const {variables, combinations = []} = population;
  const goTogether = allowedBy(combinations, population);
  const unions = variables.flatMap(({name, categories}) =>
    categories.flatMap((one) => (one.anyOf === undefined ? [] : [{name, category: one.name, several: one.anyOf}])),
  );
  const answers = new Map(variables.map(({name, categories}) => [name, new Set(categories.map((one) => one.name))]));
  return (at) =>
    goTogether(at) &&
    unions.every(({name, category, several}) => {
      const hasAnswer = answers.get(several)?.has(at[several] ?? "") === true;
      return !hasAnswer || at[name] === undefined || at[name] === category || at[name] === stated;
    });
}

/** The same by answers alone that by nature do not go together, whatever lies within what. */
export function naturalPlacesOf(population: Population): (at: Coordinates) => boolean {
  const {combinations = []} = population;
  return allowedBy(
    combinations.filter((one) => isOfApartColumns(one, population)),
    population,
  );
}

function allowedBy(combinations: readonly Combination[], population: Population): (at: Coordinates) => boolean {
  const meets = meetsOf(population);
  return (at) =>
    combinations.every(
      ({variables: tied, possible}) =>
        tied.filter((name) => at[name] !== undefined).length < 2 ||
        possible.some((tuple) => tied.every((name, index) => meets(name, at[name], tuple[index] ?? ""))),
    );
}
