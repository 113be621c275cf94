import {readColumns, type Population, type PopulationDeclaration} from "../../publication/index.ts";
import {answerColumns} from "../dictionary/overForms.ts";
import type {KnownRecords} from "./knownRecords.ts";
import {readsIn} from "./readsIn.ts";

/** Which records of which extract a population counts. */
export type CountedAs = Pick<PopulationDeclaration, "extract" | "one">;

const oneOf = {clients: "client", forms: "form", faults: "fault"} as const;

/**
 * What a population of a release counts: what the report says of its name; of a name that the report does not have, or has for
 * something else, as after a template was renamed, what its unit counts of the one extract that could be meant. Nothing where none or several could.
 */
export function countedAs(
  population: Population,
  records: Pick<KnownRecords, "report" | "models">,
): CountedAs | undefined {
  const declared = records.report.populations.find(({name}) => name === population.name);
  if (declared?.one === oneOf[population.unit]) return declared;
  const [only, ...more] = extractsReadBy(population, records);
  return only === undefined || more.length > 0 ? undefined : {extract: only, one: oneOf[population.unit]};
}

/** Names of the extracts that have every column which some population reads. */
export function extractsReadBy({variables}: Population, {models}: Pick<KnownRecords, "models">): readonly string[] {
  return [...models].flatMap(([extract, model]) => {
    const columns = new Set(answerColumns(model.dictionary).map(({name}) => name));
    const areRead = variables.every((variable) => {
      const reads = readsIn(variable, model);
      return reads !== undefined && readColumns(reads).every((column) => columns.has(column));
    });
    return areRead ? [extract] : [];
  });
}
