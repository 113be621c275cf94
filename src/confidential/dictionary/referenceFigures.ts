import type {Report, Project} from "../../publication/index.ts";
import {readReference} from "./readReference.ts";

/** A row of a reference and the column asked. */
export interface ReferenceAddress {
  /** Name of the reference. */
  readonly population: string;
  readonly at: Readonly<Record<string, string>>;
  readonly column: string;
}

/**
 * The figures of a report's references, which are public: looks one up, and gives nothing where its source has none.
 * Throws DictionaryError.
 */
export function referenceFigures(project: Project, report: Report): (address: ReferenceAddress) => number | undefined {
  const tables = new Map(report.references.map((name) => [name, readReference(project, name, report.region)]));
  return ({population, at, column}) => {
    const table = tables.get(population);
    return table?.values.get(at[table.reference.key.name] ?? "")?.get(column);
  };
}
