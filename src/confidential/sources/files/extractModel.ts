import type {Project, Report} from "../../../publication/index.ts";
import {modelOfExtract} from "../modelOfExtract.ts";
import {adaptModel, type AdaptedModel} from "./adaptModel.ts";

/** The model of one extract of a report, as the report says that its file is written. Throws as `modelOfExtract` and `adaptModel` do. */
export function extractModel(project: Project, report: Report, extract: string): AdaptedModel {
  return adaptModel(modelOfExtract(project, report, extract), {project, report, extract});
}
