import {stated, type Coordinates, type Histogram} from "../../measures/index.ts";
import {notStatedCategory} from "../dictionary/commonCategories.ts";
import {dimensionName, type CodesTest, type Dimension, type GroupRow, type TabulationEngine} from "./engine.ts";
import type {VariableReader} from "./readKeys.ts";

/** A place whose records are wanted: how many, or how many have each value of a number. */
export interface WantedPlace {
  readonly at: Coordinates;
  /** The number to count the values of; records without it are not counted. */
  readonly numbersOf?: string;
}

/** Records at a place, by the number asked; all under 0 where none was. */
export type PlaceCount = Histogram;

const nobody: PlaceCount = new Map();

export interface CountedPopulation {
  readonly name: string;
  readonly readers: ReadonlyMap<string, VariableReader>;
  readonly engine: TabulationEngine;
}

type Grouped = Extract<VariableReader, {kind: "grouped"}>;

/** One wanted place, taken apart: which request answers it, and which groups of the answer belong to it. */
interface Lookup {
  readonly request: number;
  readonly tests: number;
  readonly pattern: Pattern;
  /** Category by variable of the pattern, joined. */
  readonly key: string;
}

interface Pattern {
  readonly name: string;
  readonly parts: readonly {readonly position: number; readonly reader: Grouped; readonly isStated: boolean}[];
  /** Position of the number among the keys of a group. */
  readonly numberAt: number | undefined;
}

/** Counts the records of a population at every place wanted, in the order of the places. */
export async function countPlaces(
  population: CountedPopulation,
  places: readonly WantedPlace[],
): Promise<readonly PlaceCount[]> {
  const plan = new RequestPlan();
  const lookups = places.map((place) => planPlace(place, population, plan));
  const results = await population.engine.countGroups(population.name, plan.requests);
  const folds = new Map<string, ReadonlyMap<string, PlaceCount>>();
  return lookups.map(({request, tests, pattern, key}) => {
    const name = `${request}/${tests}/${pattern.name}`;
    const fold = folds.get(name) ?? foldGroups(results[request] ?? [], tests, pattern);
    folds.set(name, fold);
    return fold.get(key) ?? nobody;
  });
}

/** The requests needed so far: one for each set of dimensions, however many places it serves. */
class RequestPlan {
  readonly requests: {by: readonly Dimension[]; counts: (readonly CodesTest[])[]}[] = [];
  readonly #found = new Map<string, number>();
  readonly #tests = new Map<string, number>();

  request(by: readonly Dimension[]): number {
    return remember(this.#found, by.map(dimensionName).join("|"), () => this.requests.push({by, counts: []}) - 1);
  }

  tests(request: number, tests: readonly CodesTest[]): number {
    const counts = this.requests[request]?.counts ?? [];
    return remember(this.#tests, `${request} ${JSON.stringify(tests)}`, () => counts.push(tests) - 1);
  }
}

function remember(known: Map<string, number>, key: string, make: () => number): number {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function planPlace({at, numbersOf}: WantedPlace, {readers, name}: CountedPopulation, plan: RequestPlan): Lookup {
  const readerOf = (variable: string): VariableReader => {
    const reader = readers.get(variable);
    if (!reader) throw new Error(`the population "${name}" has no variable "${variable}"`);
    return reader;
  };
  const variables = Object.keys(at).sort();
  const grouped = variables.flatMap((variable) => {
    const reader = readerOf(variable);
    return reader.kind === "grouped" ? [{variable, reader, category: at[variable] ?? ""}] : [];
  });
  const tests = variables.flatMap((variable) => {
    const reader = readerOf(variable);
    return reader.kind === "tested" ? [testOf(reader, at[variable] ?? "")] : [];
  });
  const numbered = numbersOf === undefined ? undefined : readerOf(numbersOf);
  if (numbered?.kind === "tested") throw new Error(`"${numbersOf ?? ""}" is no number`);
  const dimensions = [...grouped.map(({reader}) => reader.dimension), ...(numbered ? [numbered.dimension] : [])];
  const by = [...new Map(dimensions.map((dimension) => [dimensionName(dimension), dimension])).values()];
  by.sort((one, other) => dimensionName(one).localeCompare(dimensionName(other), "en"));
  const positions = new Map(by.map((dimension, index) => [dimensionName(dimension), index]));
  const positionOf = (dimension: Dimension) => positions.get(dimensionName(dimension)) ?? 0;
  const request = plan.request(by);
  return {
    request,
    tests: plan.tests(request, tests),
    pattern: {
      name: `${grouped.map(({variable, category}) => `${variable}${isStatement(category) ? "?" : ""}`).join("|")} ${numbersOf ?? ""}`,
      parts: grouped.map(({reader, category}) => ({
        position: positionOf(reader.dimension),
        reader,
        isStated: isStatement(category),
      })),
      numberAt: numbered && positionOf(numbered.dimension),
    },
    key: grouped.map(({category}) => category).join("|"),
  };
}

/** "Stated" and "not stated" part all records in two, whatever the categories. */
function isStatement(category: string): boolean {
  return category === stated || category === notStatedCategory.name;
}

function testOf({column, rowsOf}: Extract<VariableReader, {kind: "tested"}>, category: string): CodesTest {
  if (!isStatement(category)) return {column, anyOfRows: rowsOf.get(category) ?? [], holds: true};
  const answers = [...rowsOf].flatMap(([name, rows]) => (name === notStatedCategory.name ? [] : rows));
  return {column, anyOfRows: answers.sort((a, b) => a - b), holds: category === stated};
}

function foldGroups(rows: readonly GroupRow[], tests: number, pattern: Pattern): ReadonlyMap<string, PlaceCount> {
  const found = new Map<string, Map<number, number>>();
  for (const {keys, counts} of rows) {
    const count = counts[tests] ?? 0;
    const number = pattern.numberAt === undefined ? 0 : (keys[pattern.numberAt] ?? null);
    if (count === 0 || number === null) continue;
    const key = pattern.parts.map((part) => categoryAt(part, keys)).join("|");
    const place = found.get(key) ?? new Map<number, number>();
    found.set(key, place.set(number, (place.get(number) ?? 0) + count));
  }
  return found;
}

function categoryAt({position, reader, isStated}: Pattern["parts"][number], keys: GroupRow["keys"]): string {
  const category = reader.categoryOf(keys[position] ?? null);
  if (!isStated) return category;
  return category === notStatedCategory.name ? category : stated;
}
