import {underlying} from "../population/columns.ts";
import type {DerivedColumn, SourceDefinition} from "../population/definition.ts";
import type {ListedPublication} from "./listed.ts";
import {readElsewhere} from "./readElsewhere.ts";
import type {PeopleStatement} from "./peopleStatement.ts";

/** Before which corrections records are looked at, by source the column that numbers them; as they are today where none. */
type Moment = ReadonlyMap<number, number>;

/**
 * What some releases say, as of one moment after another: today, and before the corrections since each earlier edition. All
 * editions are read at each, because a reader takes the counts of one for those of another wherever no correction shows.
 */
export function momentsOf(publication: ListedPublication): readonly ListedPublication[] {
  const before = publication.definitions.editions.flatMap(({revisions = []}) =>
    revisions.length === 0 ? [] : [new Map(revisions.map(({source, column}) => [source, column]))],
  );
  if (before.length === 0) return [publication];
  const named = before.map((moment): readonly [string, Moment] => [JSON.stringify([...moment]), moment]);
  return [new Map<number, number>(), ...new Map(named).values()].map((moment) => readAt(publication, moment));
}

function readAt(publication: ListedPublication, moment: Moment): ListedPublication {
  const {definitions, statements} = publication;
  const places = definitions.sources.map((source, at) => placesAt(source, moment.get(at)));
  const placeOf = (source: number, column: number): number => places[source]?.[column] ?? column;
  return {
    ...publication,
    definitions: {
      ...definitions,
      editions: definitions.editions.map((edition) => ({
        ...edition,
        populations: edition.populations.map((one) => readElsewhere(one, (column) => placeOf(one.source, column))),
      })),
    },
    statements: statements.map((statement): PeopleStatement => {
      const place = (column: number): number => placeOf(statement.source, column);
      const parts = statement.parts.map((part) => ({
        ...part,
        terms: part.terms.map((term) => ({...term, column: place(term.column)})),
        ...(part.weights && {weights: {...part.weights, column: place(part.weights.column)}}),
      }));
      return {...statement, parts};
    }),
  };
}

/** By column, the one that says the same of the records at another moment. */
function placesAt(source: SourceDefinition, by: number | undefined): readonly number[] {
  const {columns, derived} = source;
  const all = Array.from({length: columns.length + derived.length}, (_, column) => column);
  const named = new Map(all.map((column) => [meaningAt(column, source, momentIn(column, source)), column]));
  return all.map((column) => named.get(meaningAt(column, source, by)) ?? column);
}

/** What a column says and before which corrections, in one text. */
function meaningAt(column: number, source: SourceDefinition, by: number | undefined): string {
  const follows = source.derived[column - source.columns.length];
  const told =
    follows !== undefined && "of" in follows
      ? follows.of.map((one) => [underlying(source, one.column), one.says])
      : underlying(source, column);
  return JSON.stringify([told, by ?? null]);
}

/** Before which corrections a column tells of records. */
function momentIn(column: number, source: SourceDefinition): number | undefined {
  const follows: DerivedColumn | undefined = source.derived[column - source.columns.length];
  if (follows === undefined) return undefined;
  if ("revises" in follows) return follows.by;
  return follows.of.map((one) => momentIn(one.column, source)).find((by) => by !== undefined);
}
