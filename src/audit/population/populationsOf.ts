import type {Definitions} from "./definition.ts";
import type {CountedPopulation} from "./terms.ts";

/** The populations of one edition by name. */
export function populationsOf(definitions: Definitions, edition: number): ReadonlyMap<string, CountedPopulation> {
  return new Map(
    (definitions.editions[edition]?.populations ?? []).flatMap((definition) => {
      const source = definitions.sources[definition.source];
      return source === undefined ? [] : [[definition.name, {definition, source}] as const];
    }),
  );
}
