import type {Report, Project} from "../../../publication/index.ts";
import {modelExtract} from "../../dictionary/modelExtract.ts";
import {adaptModel, type AdaptedModel} from "./adaptModel.ts";
import {ExtractError} from "./ExtractError.ts";

/**
 * The model of one extract of a report: its dictionary with the lists, and how the report says that it is written. Reads
 * public files alone. Throws DictionaryError for one that cannot be used, ExtractError where the template's populations
 * do not agree on a dictionary.
 */
export function extractModel(project: Project, report: Report, extract: string): AdaptedModel {
  return adaptModel(modelExtract(project, dictionaryOf(extract, report), report.region), {project, report, extract});
}

function dictionaryOf(extract: string, {populations}: Report): string {
  const [first, ...others] = [
    ...new Set(populations.filter((one) => one.extract === extract).map((one) => one.dictionary)),
  ];
  if (first !== undefined && others.length === 0) return first;
  const message = first === undefined ? "no population is made of it" : "its populations name different dictionaries";
  throw new ExtractError({file: `extract "${extract}"`}, `${message}. Correct the populations of the template.`);
}
