import {readColumns, type Population, type PopulationDeclaration} from "../../publication/index.ts";
import type {Ingested, IngestedExtract} from "../sources/files/ingested.ts";
import {readsIn} from "./readsIn.ts";

/** Which records of which extract a population counts. */
export type CountedAs = Pick<PopulationDeclaration, "extract" | "one">;

const oneOf = {clients: "client", forms: "form", faults: "fault"} as const;

/**
 * What a population of a release counts: what the report says of its name; of a name that the report does not have, or has for
 * something else, as after a template was renamed, what its unit counts of the one extract that could be meant. Nothing where none or several could.
 */
export function countedAs(population: Population, ingested: Ingested): CountedAs | undefined {
  const declared = ingested.report.populations.find(({name}) => name === population.name);
  if (declared?.one === oneOf[population.unit]) return declared;
  const [only, ...more] = extractsReadBy(population, ingested);
  return only === undefined || more.length > 0 ? undefined : {extract: only.name, one: oneOf[population.unit]};
}

/** The extracts that have every column which some population reads. */
export function extractsReadBy({variables}: Population, {extracts}: Ingested): readonly IngestedExtract[] {
  return [...extracts.values()].filter(({forms: {model}}) => {
    const columns = new Set(model.dictionary.columns.map(({name}) => name));
    return variables.every((variable) => {
      const reads = readsIn(variable, model);
      return reads !== undefined && readColumns(reads).every((column) => columns.has(column));
    });
  });
}
