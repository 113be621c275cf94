import path from "node:path";
import type {FileMove} from "../files/index.ts";
import type {Project} from "../publication/index.ts";
import {isMadeUp} from "../release/index.ts";
import {planBuild, type PlannedEdition} from "./planBuild.ts";
import {checkEditionText} from "./check/checkEdition.ts";
import type {Environment} from "./environment.ts";
import {announcePublication, describeLedger} from "./describeLedger.ts";
import {describeSignOff} from "./describeSignOff.ts";
import {makeStagedRelease, type StageRequest} from "./makeStagedRelease.ts";
import {ledgerFolder, type Outputs} from "./outputs.ts";
import type {Extracts} from "./options.ts";
import {createProgress, type Progress} from "./progress.ts";
import {releaseMoves} from "./releaseMoves.ts";
import type {ReleasesRead} from "./refuseFaulty.ts";
import {refuseTurnedBack} from "./refuseTurnedBack.ts";
import {renderSite} from "./renderSite.ts";
import {withStaging} from "./withStaging.ts";

/** What to build, from what, and where to. */
export interface BuildRequest {
  readonly project: Project;
  /** Names of editions; every edition that can be built when empty. */
  readonly editions: readonly string[];
  /** Extracts from elsewhere, for the one edition named. */
  readonly extracts: Extracts;
  readonly outputs: Outputs;
  readonly pdf: boolean;
  /** Whether the ledger forgets what it has of the made-up ones of these editions. */
  readonly isAfresh: boolean;
  /** Whether the analyst alone reads the terminal, so that confidential counts may be told. */
  readonly showConfidential: boolean;
}

/** Makes the releases, then the site, and puts both in place when all is done. Errors are those of the stages. */
export async function buildEditions(request: BuildRequest, environment: Environment): Promise<void> {
  const {project, outputs} = request;
  const {root} = project;
  const {today} = environment;
  const progress = createProgress(environment);
  const planned = planBuild({...request, keepsOthers: outputs.isLedger});
  const fresh = planned.filter(({source}) => source === "extracts");
  const forgotten = request.isAfresh ? editionsToForget(request, fresh) : [];
  refuseTurnedBack({editions: fresh.map(({edition}) => edition), outputs, forgotten}, environment);
  // What can be known to be wrong is told before any record is read.
  await checkEach(fresh, project, progress);
  const {told, published} = await withStaging({root, outputs}, async (staging) => {
    await releaseEach(fresh, {...request, today, forgotten, staging}, progress);
    const site = path.join(staging.folder, "dist");
    const releases = [staging.folder, outputs.data, path.join(root, "data")].map((folder) =>
      path.join(folder, "releases"),
    );
    const editions = planned.map(({edition}) => edition);
    await auditOthers({project, editions, fresh: fresh.map(({edition}) => edition), releases, today}, progress);
    await progress.step("Site", () => renderSite({project, editions, releases, out: site, pdf: request.pdf}));
    const staged = fresh.map(({edition}) => ({edition, staging, outputs, today, forgotten}));
    const moves: readonly FileMove[] = [...staged.flatMap(releaseMoves), {from: site, to: outputs.site}];
    const told = staged.flatMap((one) => [...describeLedger(one), ...describeSignOff({...one, project}, environment)]);
    return {moves, result: {told, published: staged.flatMap(announcePublication)}};
  });
  for (const line of told) progress.outcome(line);
  for (const {edition, isKept} of planned) {
    progress.outcome(
      `${isKept ? "Kept" : "Built"} ${path.relative(environment.cwd, path.join(outputs.site, edition, "index.html"))}`,
    );
  }
  for (const line of published) progress.alert(line);
}

/** Editions that are named, which must be made up; where none is named, those of all that are. */
function editionsToForget({project, editions}: BuildRequest, fresh: readonly PlannedEdition[]): readonly string[] {
  const made = fresh.map(({edition}) => edition);
  return editions.length > 0 ? made : made.filter((edition) => isMadeUp(ledgerFolder(project.root), edition));
}

async function checkEach(editions: readonly PlannedEdition[], project: Project, progress: Progress): Promise<void> {
  for (const {edition} of editions) {
    await progress.step(`Check of ${edition}`, () => checkEditionText(project, edition));
  }
}

/** Releases that were made before are audited again. */
async function auditOthers(site: ReleasesRead, progress: Progress): Promise<void> {
  const {refuseFaulty} = await import("./refuseFaulty.ts");
  await progress.step("Audit of earlier releases", () => refuseFaulty(site));
}

async function releaseEach(
  editions: readonly PlannedEdition[],
  request: Omit<StageRequest, "edition">,
  progress: Progress,
): Promise<void> {
  // A log of what comes out holds confidential counts only where they are asked for.
  const tell = request.showConfidential ? progress.outcome : progress.note;
  // One after the other: each may use all the memory that there is, and a later edition may ask an earlier one.
  for (const {edition} of editions) {
    const lines = await makeStagedRelease({...request, edition}, progress);
    for (const line of lines) tell(`  ${line}`);
  }
}
