import path from "node:path";
import {planBuild, type PlannedEdition} from "./planBuild.ts";
import type {Environment} from "./environment.ts";
import {makeStagedRelease} from "./makeStagedRelease.ts";
import {outputsOf} from "./outputs.ts";
import type {Extracts} from "./parseExtractOption.ts";
import {createProgress, type Progress} from "./progress.ts";
import {releaseMoves} from "./releaseMoves.ts";
import {renderSite} from "./renderSite.ts";
import type {Move} from "./staging.ts";
import {withStaging} from "./withStaging.ts";

/** What to build, from what, and where to. */
export interface BuildRequest {
  readonly root: string;
  /** Names of editions; every edition that can be built when empty. */
  readonly editions: readonly string[];
  /** Extracts from elsewhere, for the one edition named. */
  readonly extracts: Extracts;
  readonly out?: string;
  readonly pdf: boolean;
}

/** Makes the releases, then the site, and puts both in place when all is done. Errors are those of the stages. */
export async function buildEditions(request: BuildRequest, environment: Environment): Promise<void> {
  const {root} = request;
  const outputs = outputsOf(root, request.out);
  const progress = createProgress(environment);
  const planned = planBuild(request);
  const fresh = planned.filter(({source}) => source === "extracts");
  await withStaging(outputs.staging, async (staging) => {
    await releaseEach(fresh, {...request, out: staging}, progress);
    const site = path.join(staging, "dist");
    const releases = [staging, outputs.data, path.join(root, "data")].map((folder) => path.join(folder, "releases"));
    const editions = planned.map(({edition}) => edition);
    await progress.step("Site", () => renderSite({root, editions, releases, out: site, pdf: request.pdf}));
    const moves: readonly Move[] = [
      ...fresh.flatMap(({edition}) => releaseMoves(edition, staging, outputs)),
      {from: site, to: outputs.site},
    ];
    return {moves, result: undefined};
  });
  for (const {edition} of planned) {
    progress.outcome(`Built ${path.relative(environment.cwd, path.join(outputs.site, edition, "index.html"))}`);
  }
}

async function releaseEach(
  editions: readonly PlannedEdition[],
  {root, extracts, out}: {root: string; extracts: Extracts; out: string},
  progress: Progress,
): Promise<void> {
  // One after the other: each may use all the memory that there is, and a later edition may ask an earlier one.
  for (const {edition} of editions) {
    const lines = await makeStagedRelease({root, edition, extracts, out}, progress);
    for (const line of lines) progress.note(`  ${line}`);
  }
}
