import {
  completeRecords,
  type Definitions,
  type People,
  type PeopleCertificate,
  type Witness,
} from "../../../src/audit/index.ts";
import {writeRuns} from "../../../src/audit/population/records.ts";

type Variables = Definitions["editions"][number]["populations"][number]["variables"];
type Population = Definitions["editions"][number]["populations"][number];
type Source = Definitions["sources"][number];

/** Some people of one source and how they are counted; each column is a variable of its name where nothing else is said. */
export interface SmallPeople {
  /** By column its values; each is a category, and `none` is a value in no category: not stated. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Records, a word for each column. */
  readonly rows: readonly string[];
  readonly variables?: Variables;
  readonly derived?: Source["derived"];
  readonly impossible?: Source["impossible"];
  /** Changes to the one population, `people`. */
  readonly population?: Partial<Population>;
  /** Populations beside `people`. */
  readonly populations?: readonly Population[];
}

/** How small people are counted. */
export function smallDefinitions(small: SmallPeople): Definitions {
  const columns = Object.entries(small.columns).map(([name, values]) => ({name, values: [...values]}));
  const own = Object.fromEntries(
    columns.map(({name, values}, column) => [name, {column, categories: categoriesOf(values)}]),
  );
  const people: Population = {name: "people", source: 0, variables: {...own, ...small.variables}, ...small.population};
  return {
    sources: [
      {
        name: "people",
        records: small.rows.length,
        columns,
        derived: [...(small.derived ?? [])],
        impossible: [...(small.impossible ?? [])],
      },
    ],
    editions: [{name: "tiny", populations: [people, ...(small.populations ?? [])]}],
  };
}

/** The records of small people. */
export function smallRecords(small: SmallPeople): People {
  const [source] = smallDefinitions(small).sources;
  const values = Object.values(small.columns);
  const rows = small.rows.map((row) => row.split(" ").map((word, column) => valueOf(values[column] ?? [], word)));
  return [completeRecords(source!, values.map((_, column) => Uint16Array.from(rows, (row) => row[column] ?? 0)))]; // prettier-ignore
}

/** A certificate whose base is these people. */
export function smallCertificate(
  small: SmallPeople,
  witnesses: readonly Partial<Witness>[],
  unsafe: readonly string[] = [],
): PeopleCertificate {
  return {
    schema: "smallprint-people/2",
    definitions: smallDefinitions(small),
    base: smallRecords(small).map(({columns, definition}) =>
      columns.slice(0, definition.columns.length).map(writeRuns),
    ),
    witnesses: witnesses.map((witness) => ({rotations: [], changes: [], ...witness})),
    unsafe: [...unsafe],
    tooFew: [],
  };
}

/** `times` records alike. */
export function alike(times: number, row: string): readonly string[] {
  return Array.from({length: times}, () => row);
}

function categoriesOf(values: readonly string[]): Record<string, number[]> {
  return Object.fromEntries(
    [...values.entries()].filter(([, name]) => name !== "none").map(([value, name]) => [name, [value]]),
  );
}

function valueOf(values: readonly string[], word: string): number {
  const value = values.indexOf(word);
  if (value < 0) throw new Error(`no value ${word}`);
  return value;
}
