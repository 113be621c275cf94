import {
  readElsewhere,
  type Definitions,
  type PopulationDefinition,
  type SourceDefinition,
} from "../../../audit/index.ts";

type Column = SourceDefinition["columns"][number];

/** The same definitions with further columns of one source after its own: derived columns, numbered after them, move on. */
export function addColumns(definitions: Definitions, source: number, added: readonly Column[]): Definitions {
  const before = definitions.sources[source]?.columns.length ?? 0;
  const move = (column: number): number => (column < before ? column : column + added.length);
  return {
    sources: definitions.sources.map((one, at) => (at === source ? widen(one, added, move) : one)),
    editions: definitions.editions.map((edition) => ({
      ...edition,
      populations: edition.populations.map((one) => (one.source === source ? readElsewhere(one, move) : one)),
    })),
  };
}

function widen(source: SourceDefinition, added: readonly Column[], move: (column: number) => number): SourceDefinition {
  return {
    ...source,
    columns: [...source.columns, ...added],
    derived: source.derived.map((follows) =>
      "revises" in follows ? follows : {...follows, of: follows.of.map((one) => ({...one, column: move(one.column)}))},
    ),
  };
}

/** A population that counts only the records with some values of a further column. */
export function countOnly(
  population: PopulationDefinition,
  column: number,
  values: readonly number[],
): PopulationDefinition {
  return {...population, counted: [...(population.counted ?? []), {column, values: [...values]}]};
}
