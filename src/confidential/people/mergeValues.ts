import type {Definitions, PopulationDefinition, SourceDefinition, VariableDefinition} from "../../audit/index.ts";

/** Definitions and columns in which values that nothing tells apart are one. */
export interface Merged {
  readonly definitions: Definitions;
  /** By source, the columns with the new numbers of values. */
  readonly values: readonly (readonly Uint16Array[])[];
  /** By source, the new number of an old value of a column. */
  readonly valueOf: readonly ((column: number, value: number) => number)[];
}

/**
 * Makes values of a column one where no variable, fault, rule or population of any edition tells them apart: what nobody
 * asks leaves the records, and fewer values are counted faster.
 */
export function mergeValues(definitions: Definitions, values: readonly (readonly Uint16Array[])[]): Merged {
  const merging = new Merging(definitions);
  return {
    definitions: {
      sources: definitions.sources.map((source, at) => merging.source(source, at)),
      editions: definitions.editions.map(({name, populations}) => ({
        name,
        populations: populations.map((one) => merging.population(one)),
      })),
    },
    values: values.map((columns, at) =>
      columns.map((old, column) => old.map((value) => merging.valueOf([at, column], value))),
    ),
    valueOf: values.map((_, at) => (column: number, value: number) => merging.valueOf([at, column], value)),
  };
}

/** A source and a column of it. */
type ColumnPlace = readonly [source: number, column: number];

/** What becomes of the values of every column. */
class Merging {
  readonly #classes: readonly (readonly Classes[])[];

  constructor(definitions: Definitions) {
    this.#classes = definitions.sources.map((source, at) =>
      source.columns.map((_, column) => classesOf(definitions, {source, at, column})),
    );
  }

  valueOf([source, column]: ColumnPlace, old: number): number {
    return this.#classes[source]?.[column]?.of[old] ?? 0;
  }

  source({name, records, columns, derived, impossible}: SourceDefinition, at: number): SourceDefinition {
    return {
      name,
      records,
      columns: columns.map(({name: own, values}, column) => ({name: own, values: this.#keep([at, column], values)})),
      derived: derived.map((follows) => {
        if ("revises" in follows) throw new Error("values are merged before records are revised");
        const of = follows.of.map(({column, says}) => ({column, says: this.#keep([at, column], says)}));
        return {name: follows.name, of};
      }),
      impossible: impossible.map(({columns: asked, values}) => ({
        columns: asked,
        values: distinctTuples(
          values.map((tuple) => tuple.map((value, place) => this.valueOf([at, asked[place] ?? 0], value))),
        ),
      })),
    };
  }

  population({counted, variables, faults, ...rest}: PopulationDefinition): PopulationDefinition {
    const {source} = rest;
    const merged = Object.entries(variables).map(([name, variable]) => [name, this.#variable(variable, source)]);
    return {
      ...rest,
      ...(counted && {
        counted: counted.map(({column, values}) => ({column, values: this.#renumber([source, column], values)})),
      }),
      variables: Object.fromEntries(merged) as PopulationDefinition["variables"],
      ...(faults && {
        faults: faults.map((fault) => ({...fault, values: this.#renumber([source, fault.column], fault.values)})),
      }),
    };
  }

  #variable({categories, numbers, ...rest}: VariableDefinition, source: number): VariableDefinition {
    const place: ColumnPlace = [source, rest.column];
    const merged = Object.entries(categories).map(([name, values]) => [name, this.#renumber(place, values)] as const);
    return {...rest, categories: Object.fromEntries(merged), ...(numbers && {numbers: this.#keep(place, numbers)})};
  }

  /** The values of a derived column stay as they are. */
  #renumber([source, column]: ColumnPlace, old: readonly number[]): number[] {
    if (column >= (this.#classes[source]?.length ?? 0)) return [...old];
    return [...new Set(old.map((value) => this.valueOf([source, column], value)))];
  }

  #keep<T>([source, column]: ColumnPlace, old: readonly T[]): T[] {
    return (this.#classes[source]?.[column]?.first ?? []).flatMap((value) => old.slice(value, value + 1));
  }
}

/** By old value its new one, and by new value the first old one. */
interface Classes {
  readonly of: readonly number[];
  readonly first: readonly number[];
}

interface Place {
  readonly source: SourceDefinition;
  readonly at: number;
  readonly column: number;
}

function classesOf(definitions: Definitions, place: Place): Classes {
  const size = place.source.columns[place.column]?.values.length ?? 0;
  const told = Array.from({length: size}, (): string[] => []);
  for (const [name, values] of setsOn(definitions, place)) for (const value of values) told[value]?.push(name);
  const numbers = new Map<string, number>();
  const first: number[] = [];
  const of = told.map((names, value) => {
    const signature = names.join("|");
    const known = numbers.get(signature) ?? first.push(value) - 1;
    numbers.set(signature, known);
    return known;
  });
  return {of, first};
}

/** Everything that tells values of a column apart, as named sets of values. */
function* setsOn(
  {editions}: Definitions,
  {source, at, column}: Place,
): Generator<readonly [string, readonly number[]]> {
  for (const [number, {populations}] of editions.entries()) {
    for (const {name, source: own, counted = [], variables, faults = []} of populations) {
      if (own !== at) continue;
      const label = `${String(number)} ${name}`;
      for (const {column: read, values} of counted) if (read === column) yield [`${label} counted`, values];
      for (const [variable, {column: read, categories, numbers = []}] of Object.entries(variables)) {
        if (read !== column) continue;
        for (const [category, values] of Object.entries(categories)) yield [`${label} ${variable}=${category}`, values];
        for (const [value, number_] of numbers.entries()) yield [`${label} ${variable} is ${String(number_)}`, [value]];
      }
      for (const fault of faults)
        if (fault.column === column) yield [`${label} ${JSON.stringify(fault.at)}`, fault.values];
    }
  }
  for (const [number, follows] of source.derived.entries()) {
    for (const {column: read, says} of "of" in follows ? follows.of : []) {
      if (read === column)
        for (const [value, said] of says.entries()) yield [`${String(number)} says ${String(said)}`, [value]];
    }
  }
  for (const [number, {columns, values}] of source.impossible.entries()) {
    for (const [place, read] of columns.entries()) {
      if (read !== column) continue;
      for (const tuple of values) {
        const rest = tuple.filter((_, other) => other !== place).join();
        yield [`${String(number)} not with ${rest}`, [tuple[place] ?? 0]];
      }
    }
  }
}

function distinctTuples(tuples: readonly number[][]): number[][] {
  return [...new Map(tuples.map((tuple) => [tuple.join(), tuple])).values()];
}
