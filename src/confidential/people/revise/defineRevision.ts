import {
  completeRecords,
  readElsewhere,
  type DerivedColumn,
  type PopulationDefinition,
  type SourceDefinition,
} from "../../../audit/index.ts";
import {addColumns, countOnly} from "./addColumns.ts";
import type {RevisedSource} from "./findRevision.ts";
import {away, here, presence, type DefinedPeople} from "./presence.ts";

/** Editions of the same records, which were corrected since. */
export interface Revised {
  /** Their numbers among the editions. */
  readonly editions: readonly number[];
  /** By source, what they had otherwise. */
  readonly sources: readonly RevisedSource[];
}

/**
 * Defines editions on the records of today and the corrections since: every column that they read becomes one that gives
 * what the record said then. Records that are gone, or that they did not have, are told apart by a column of their own.
 */
export function defineRevision(defined: DefinedPeople, {editions, sources}: Revised): DefinedPeople {
  return sources.reduce(
    (known, revised, source) =>
      revised.corrected.size + revised.gone.length === 0 ? known : reviseSource(known, {editions, source, revised}),
    defined,
  );
}

interface OneSource {
  readonly editions: readonly number[];
  readonly source: number;
  readonly revised: RevisedSource;
}

function reviseSource(defined: DefinedPeople, {editions: revising, source, revised}: OneSource): DefinedPeople {
  const {definitions, people} = defined;
  const before = definitions.sources[source];
  if (before === undefined) return defined;
  const by = before.columns.length;
  const then = [...revised.corrected.values(), ...revised.gone];
  const numbers = ["none", ...then.map((_, at) => String(at + 1))];
  const corrections = {
    name: `corrections since ${definitions.editions[revising[0] ?? 0]?.name ?? ""}`,
    values: numbers,
  };
  const wide = addColumns(definitions, source, [corrections, presence]);
  const records = before.records + revised.gone.length;
  const widened = wide.sources[source] ?? before;
  const definition = {...widened, records, derived: [...widened.derived, ...asThen(before, then, widened)]};
  const isHere = (one: PopulationDefinition): PopulationDefinition => countOnly(one, by + 1, [here]);
  const wasHere = (one: PopulationDefinition): PopulationDefinition =>
    countOnly(
      readElsewhere(one, (column) => thenAt(column, before)),
      thenAt(undefined, before),
      [here],
    );
  const editions = definitions.editions.map((old, number) => {
    const populations = old.populations.map((one, at) => {
      if (one.source !== source) return one;
      return revising.includes(number) ? wasHere(one) : isHere(wide.editions[number]?.populations[at] ?? one);
    });
    const revisions = [...(old.revisions ?? []), ...(revising.includes(number) ? [{source, column: by}] : [])];
    return {...old, populations, ...(revisions.length > 0 && {revisions})};
  });
  return {
    definitions: {sources: wide.sources.map((one, at) => (at === source ? definition : one)), editions},
    people: people.map((one, at) =>
      at === source ? completeRecords(definition, reviseRecords(one.columns.slice(0, by), revised)) : one,
    ),
  };
}

/**
 * The columns as they were before corrections follow all others: the own ones, presence, and what was derived. This is where
 * the one stands that had this number; for presence give none.
 */
function thenAt(column: number | undefined, {columns: {length}, derived}: SourceDefinition): number {
  const first = length + 2 + derived.length;
  if (column === undefined) return first + length;
  return first + column + (column < length ? 0 : 1);
}

/** The columns as they were before corrections: by correction the value of then. */
function asThen(
  before: SourceDefinition,
  then: readonly (readonly number[] | undefined)[],
  {derived}: SourceDefinition,
): readonly DerivedColumn[] {
  const by = before.columns.length;
  const own = before.columns.map(({name}, column): DerivedColumn => {
    return {name: `${name} then`, revises: column, by, values: [null, ...then.map((one) => one?.[column] ?? null)]};
  });
  const wasHere = {
    name: "presence then",
    revises: by + 1,
    by,
    values: [null, ...then.map((one) => (one ? here : away))],
  };
  const followed = derived.map((follows): DerivedColumn => {
    if ("revises" in follows) return follows;
    const isOwn = follows.of.every(({column}) => column < by);
    const of = follows.of.map((one) => ({...one, column: isOwn ? thenAt(one.column, before) : one.column}));
    return {name: `${follows.name} then`, of};
  });
  return [...own, wasHere, ...followed];
}

/** The records of today with the numbers of their corrections; what is gone follows them. */
function reviseRecords(columns: readonly Uint16Array[], {corrected, gone}: RevisedSource): readonly Uint16Array[] {
  const today = columns[0]?.length ?? 0;
  const numbers = new Uint16Array(today + gone.length);
  [...corrected.keys(), ...gone.map((_, at) => today + at)].forEach((row, at) => (numbers[row] = at + 1));
  const presences = new Uint16Array(today + gone.length).fill(away, today);
  const own = columns.map((values, column) => Uint16Array.from([...values, ...gone.map((one) => one[column] ?? 0)]));
  return [...own, numbers, presences];
}
