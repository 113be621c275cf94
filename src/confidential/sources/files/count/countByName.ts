import {stated} from "../../../../publication/index.ts";
import {isStatement} from "../../../dictionary/commonCategories.ts";
import type {AnswerTest, CountAnswer, CountedGroup, CountRequest} from "../../RecordSource.ts";
import {dimensionName, type CodesTest, type FormDimension, type KeyRequest, type KeyRow} from "./dimension.ts";
import {readerNamed, rowsToTest, type VariableReader} from "./variableReaders.ts";

/** What counts by keys: the numbers that the ingest gave to codes. */
export type KeyCounter = (requests: readonly KeyRequest[]) => Promise<readonly (readonly KeyRow[])[]>;

type Readers = ReadonlyMap<string, VariableReader>;
type Grouped = Extract<VariableReader, {kind: "grouped"}>;

/** One request, taken apart: which request by keys answers it, and how its keys are read. */
interface Lookup {
  readonly request: number;
  readonly parts: readonly {readonly position: number; readonly reader: Grouped}[];
  /** Position of the number among the keys. */
  readonly numberAt: number | undefined;
  /** Which counts of the request by keys are asked, in their order. */
  readonly counts: readonly number[];
}

/**
 * Answers requests by the names of the vocabulary. Variables that are read from the same answers are counted once: age
 * groups and ages, a code and its groupings.
 */
export async function countByName(
  requests: readonly CountRequest[],
  readers: Readers,
  countByKey: KeyCounter,
): Promise<readonly CountAnswer[]> {
  const plan = new KeyPlan();
  const lookups = requests.map((request) => planRequest(request, readers, plan));
  const rows = await countByKey(plan.requests);
  return lookups.map((lookup) => foldRows(rows[lookup.request] ?? [], lookup));
}

/** The requests by keys that are needed so far: one for each set of dimensions. */
class KeyPlan {
  readonly requests: {by: readonly FormDimension[]; counts: (readonly CodesTest[])[]}[] = [];
  readonly #found = new Map<string, number>();
  readonly #tests = new Map<string, number>();

  request(by: readonly FormDimension[]): number {
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

function planRequest({by, of, counts}: CountRequest, readers: Readers, plan: KeyPlan): Lookup {
  const grouped = by.map((variable) => groupedBy(variable, readers));
  const number = of === undefined ? undefined : groupedBy(of, readers);
  const all = [...grouped, ...(number ? [number] : [])].map(({dimension}) => dimension);
  const dimensions = [...new Map(all.map((dimension) => [dimensionName(dimension), dimension])).values()];
  dimensions.sort((one, other) => dimensionName(one).localeCompare(dimensionName(other), "en"));
  const names = dimensions.map(dimensionName);
  const request = plan.request(dimensions);
  return {
    request,
    parts: grouped.map((reader) => ({position: names.indexOf(dimensionName(reader.dimension)), reader})),
    numberAt: number && names.indexOf(dimensionName(number.dimension)),
    counts: counts.map((tests) => plan.tests(request, tests.map((test) => codesTest(test, readers)))), // prettier-ignore
  };
}

function groupedBy(variable: string, readers: Readers): Grouped {
  const reader = readerNamed(variable, readers);
  if (reader.kind === "grouped") return reader;
  throw new Error(`"${variable}" has several answers a record: it is tested, and nothing is grouped by it`);
}

function codesTest({variable, category}: AnswerTest, readers: Readers): CodesTest {
  const reader = readerNamed(variable, readers);
  if (reader.kind === "grouped") throw new Error(`"${variable}" has one answer a record: records are grouped by it`);
  const holds = !isStatement(category) || category === stated;
  return {column: reader.column, anyOfRows: rowsToTest(variable, category, reader), holds};
}

/** Groups of keys that have the same names become one. */
function foldRows(rows: readonly KeyRow[], {parts, numberAt, counts}: Lookup): CountAnswer {
  const found = new Map<string, {readonly group: CountedGroup; readonly counts: number[]}>();
  for (const row of rows) {
    const number = numberAt === undefined ? undefined : row.keys[numberAt];
    if (number === null) continue;
    const at = parts.map(({position, reader}) => reader.categoryOf(row.keys[position] ?? null));
    const key = `${at.join("|")} ${String(number ?? "")}`;
    const known = found.get(key) ?? {group: {at, ...(number !== undefined && {number}), counts: []}, counts: []};
    found.set(key, known);
    for (const [index, place] of counts.entries()) {
      known.counts[index] = (known.counts[index] ?? 0) + (row.counts[place] ?? 0);
    }
  }
  return [...found.values()].map(({group, counts: sums}) => ({...group, counts: sums}));
}
