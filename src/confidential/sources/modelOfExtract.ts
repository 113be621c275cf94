import type {Project, Report} from "../../publication/index.ts";
import {modelForReport} from "../dictionary/modelForReport.ts";
import type {ExtractModel} from "../dictionary/variableModel.ts";
import {ExtractError} from "./ExtractError.ts";

/**
 * The model of one extract of a report: its dictionary with the lists, whatever the extract is kept in. Reads public files
 * alone. Throws DictionaryError for one that cannot be used, ExtractError where the template's populations do not agree on
 * a dictionary.
 */
export function modelOfExtract(project: Project, report: Report, extract: string): ExtractModel {
  return modelForReport(project, report, {dictionary: dictionaryOf(extract, report), extract});
}

/** The models of all extracts that a report counts, by name. */
export function modelsOfExtracts(project: Project, report: Report): ReadonlyMap<string, ExtractModel> {
  return new Map(countedExtracts(report).map((extract) => [extract, modelOfExtract(project, report, extract)]));
}

/** The extracts that some population of a report is made of, in the order of the report. */
export function countedExtracts({extracts, populations}: Report): readonly string[] {
  return Object.keys(extracts).filter((name) => populations.some(({extract}) => extract === name));
}

function dictionaryOf(extract: string, {populations}: Report): string {
  const [first, ...others] = [
    ...new Set(populations.filter((one) => one.extract === extract).map((one) => one.dictionary)),
  ];
  if (first !== undefined && others.length === 0) return first;
  const message = first === undefined ? "no population is made of it" : "its populations name different dictionaries";
  throw new ExtractError({file: `extract "${extract}"`}, `${message}. Correct the populations of the template.`);
}
