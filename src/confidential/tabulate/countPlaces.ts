import type {Coordinates, Histogram} from "../../measures/index.ts";
import {stated, type Population} from "../../publication/index.ts";
import {isStatement, notStatedCategory} from "../dictionary/commonCategories.ts";
import type {AnswerTest, CountAnswer, RecordSource} from "../sources/RecordSource.ts";

/** A place whose records are wanted: how many, or how many have each value of a number. */
export interface WantedPlace {
  readonly at: Coordinates;
  /** The number to count the values of; records without it are not counted. */
  readonly numbersOf?: string;
}

/** Records at a place, by the number asked; all under 0 where none was. */
export type PlaceCount = Histogram;

const nobody: PlaceCount = new Map();

/** One wanted place, taken apart: which request answers it, and which groups of the answer belong to it. */
interface Lookup {
  readonly request: number;
  readonly tests: number;
  /** For every variable of the request whether only statements are asked, that is answers and none. */
  readonly areStatements: readonly boolean[];
  /** Category by variable, joined. */
  readonly key: string;
}

/** Counts the records of a population at every place wanted, in the order of the places. */
export async function countPlaces(
  source: Pick<RecordSource, "count">,
  population: Population,
  places: readonly WantedPlace[],
): Promise<readonly PlaceCount[]> {
  const plan = new RequestPlan();
  const lookups = places.map((place) => planPlace(place, population, plan));
  const answers = await source.count(population.name, plan.requests);
  const folds = new Map<string, ReadonlyMap<string, PlaceCount>>();
  return lookups.map((lookup) => {
    const name = `${lookup.request}/${lookup.tests}/${lookup.areStatements.join("|")}`;
    const fold = folds.get(name) ?? foldGroups(answers[lookup.request] ?? [], lookup);
    folds.set(name, fold);
    return fold.get(lookup.key) ?? nobody;
  });
}

interface PlannedRequest {
  readonly by: readonly string[];
  readonly of?: string;
  readonly counts: (readonly AnswerTest[])[];
}

/** The requests needed so far: one for each set of variables, however many places it serves. */
class RequestPlan {
  readonly requests: PlannedRequest[] = [];
  readonly #found = new Map<string, number>();
  readonly #tests = new Map<string, number>();

  request(by: readonly string[], of: string | undefined): number {
    const request = {by, ...(of !== undefined && {of}), counts: []};
    return remember(this.#found, `${by.join("|")} ${of ?? ""}`, () => this.requests.push(request) - 1);
  }

  tests(request: number, tests: readonly AnswerTest[]): number {
    const counts = this.requests[request]?.counts ?? [];
    return remember(this.#tests, `${request} ${JSON.stringify(tests)}`, () => counts.push(tests) - 1);
  }
}

function remember(known: Map<string, number>, key: string, make: () => number): number {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function planPlace({at, numbersOf}: WantedPlace, {variables}: Population, plan: RequestPlan): Lookup {
  const places = Object.entries(at).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const areSeveral = new Set(variables.filter(({kind}) => kind === "multi").map(({name}) => name));
  const grouped = places.filter(([variable]) => !areSeveral.has(variable));
  const tests = places.filter(([variable]) => areSeveral.has(variable));
  const request = plan.request(grouped.map(([variable]) => variable), numbersOf); // prettier-ignore
  return {
    request,
    tests: plan.tests(request, tests.map(([variable, category]) => ({variable, category}))), // prettier-ignore
    areStatements: grouped.map(([, category]) => isStatement(category)),
    key: grouped.map(([, category]) => category).join("|"),
  };
}

function foldGroups(
  groups: CountAnswer,
  {tests, areStatements}: Pick<Lookup, "tests" | "areStatements">,
): ReadonlyMap<string, PlaceCount> {
  const found = new Map<string, Map<number, number>>();
  for (const {at, number = 0, counts} of groups) {
    const count = counts[tests] ?? 0;
    if (count === 0) continue;
    const key = at
      .map((category, place) => (areStatements[place] === true ? statementOf(category) : category))
      .join("|");
    const place = found.get(key) ?? new Map<number, number>();
    found.set(key, place.set(number, (place.get(number) ?? 0) + count));
  }
  return found;
}

/** "Stated" and "not stated" part all records in two, whatever the categories. */
function statementOf(category: string): string {
  return category === notStatedCategory.name ? category : stated;
}
