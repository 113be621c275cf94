import path from "node:path";
import {openProject} from "../publication/index.ts";
import {checkEditionText} from "./check/checkEdition.ts";
import {announcePublication, describeLedger} from "./describeLedger.ts";
import {describeSignOff} from "./describeSignOff.ts";
import type {ProjectEnvironment} from "./environment.ts";
import {makeStagedRelease} from "./makeStagedRelease.ts";
import {namedOutputs} from "./namedOutputs.ts";
import type {Extracts} from "./options.ts";
import {releaseFile} from "./outputs.ts";
import {createProgress} from "./progress.ts";
import {refuseTurnedBack} from "./refuseTurnedBack.ts";
import {releaseMoves} from "./releaseMoves.ts";
import {requireEdition} from "./requireEdition.ts";
import {withStaging} from "./withStaging.ts";

/** Which edition to release, from what, and where to. */
export interface LoneRelease {
  readonly edition: string;
  /** Extracts from elsewhere. */
  readonly extracts: Extracts;
  /** Whether the ledger forgets what it has of this edition: a made-up one only. */
  readonly isAfresh: boolean;
  /** Whether the analyst alone reads the terminal, so that confidential counts may be told. */
  readonly showConfidential: boolean;
  /** Folders as `--out` and `--sign-off` name them. */
  readonly out?: string;
  readonly signOff?: string;
}

/** Makes the release of an edition, without a site, and puts it in place. Errors are those of the stages. */
export async function releaseAlone(asked: LoneRelease, environment: ProjectEnvironment): Promise<void> {
  const {edition, isAfresh} = asked;
  const {root, cwd, today} = environment;
  requireEdition(root, edition);
  const project = openProject(root);
  const outputs = namedOutputs({...asked, editions: [edition]}, environment);
  const forgotten = isAfresh ? [edition] : [];
  refuseTurnedBack({editions: [edition], outputs, forgotten}, environment);
  // What can be known to be wrong is told before any record is read.
  const progress = createProgress(environment);
  await progress.step(`Check of ${edition}`, () => checkEditionText(project, edition));
  const {told, published} = await withStaging({root, outputs}, async (staging) => {
    const request = {...asked, project, today, forgotten, staging, outputs};
    const made = await makeStagedRelease(request, progress);
    const moves = releaseMoves(request);
    const told = [...made, ...describeLedger(request), ...describeSignOff(request, environment)];
    return {moves, result: {told, published: announcePublication(request)}};
  });
  for (const line of told) progress.outcome(line);
  progress.outcome(`Released ${edition}: ${path.relative(cwd, releaseFile(outputs.data, edition))}`);
  for (const line of published) progress.alert(line);
}
