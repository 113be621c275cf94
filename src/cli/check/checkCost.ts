import {loadPublication, type Project} from "../../publication/index.ts";
import {readReleaseOf} from "../../release/index.ts";
import type {ProjectEnvironment} from "../environment.ts";
import {makeStagedRelease} from "../makeStagedRelease.ts";
import type {Extracts} from "../options.ts";
import {buildsFolder, outputsOf, releaseFile} from "../outputs.ts";
import {createProgress} from "../progress.ts";
import {withStaging} from "../withStaging.ts";
import {blockCosts, type BlockCost} from "./blockCosts.ts";

/** Which edition, and extracts that stand in for those of `report.yaml`. */
export interface CostQuestion {
  readonly project: Project;
  readonly edition: string;
  readonly extracts: Extracts;
}

/**
 * Makes the release that an edition would have, proved like any, and tells what each block costs; nothing of it is kept.
 * Errors are those of a release.
 */
export async function checkCost(
  question: CostQuestion,
  environment: ProjectEnvironment,
): Promise<readonly BlockCost[]> {
  const {project, edition} = question;
  const {root, today} = environment;
  const outputs = outputsOf(root, {out: buildsFolder(root)});
  return withStaging({root, outputs}, async (staging) => {
    const request = {...question, staging, outputs, today, forgotten: [], isAfresh: true, showConfidential: false};
    await makeStagedRelease(request, createProgress(environment));
    const release = readReleaseOf(edition, releaseFile(staging.folder, edition));
    return {moves: [], result: blockCosts(loadPublication(project, edition), release)};
  });
}
