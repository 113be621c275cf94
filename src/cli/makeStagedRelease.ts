import {existsSync, readFileSync} from "node:fs";
import path from "node:path";
import type {ReleaseStep} from "../confidential/index.ts";
import type {Staging} from "../files/index.ts";
import {listEditions, loadPublication, loadReport, type Project} from "../publication/index.ts";
import {readRelease} from "../release/index.ts";
import {describeDossier, dossierFile, type MadeEdition} from "./dossier/describeDossier.ts";
import {untoldChanges} from "./check/untoldChanges.ts";
import {describeAssumed} from "./describeAssumed.ts";
import {describeSummary} from "./describeSummary.ts";
import type {Extracts} from "./options.ts";
import type {Progress} from "./progress.ts";
import {publishedBefore} from "./publishedBefore.ts";
import {outputsOf, signOffFolder, type Outputs} from "./outputs.ts";
import {refusedRelease} from "./refusedRelease.ts";
import {releaseAtHand} from "./releaseAtHand.ts";
import {signOffStaging} from "./signOffStaging.ts";

/** What the confidential stage is asked. */
export interface StageRequest {
  readonly project: Project;
  readonly edition: string;
  /** Extracts that stand in for those of `report.yaml`. */
  readonly extracts: Extracts;
  /** Its folder receives `releases/<edition>/release.json`. */
  readonly staging: Staging;
  /** Where that and what the analyst signs off shall stand. */
  readonly outputs: Outputs;
  /** The day on which it is made, ISO. */
  readonly today: string;
  /** Editions whose earlier releases the ledger forgets: made-up ones only. */
  readonly forgotten: readonly string[];
  /** Whether the proof is made anew even where one is at hand. */
  readonly isAfresh: boolean;
  /** Whether the analyst alone reads the terminal, so that confidential counts may be told. */
  readonly showConfidential: boolean;
}

/**
 * Runs the confidential stage, showing its progress. Resolves with what is told of it: what any reader of the release
 * may know and, where asked, the counts of the confidential log. The zone is loaded only here, so that a site can be
 * built where it does not exist.
 */
export async function makeStagedRelease(request: StageRequest, progress: Progress): Promise<readonly string[]> {
  const {edition, extracts, staging, outputs, isAfresh, showConfidential} = request;
  const {fromFiles, makeRelease, tallyFile} = await import("../confidential/index.ts");
  const published = publishedBefore({...request, root: request.project.root, out: staging.folder});
  const confidential = signOffStaging(edition, request);
  try {
    const make = (tell: (doing: string) => void) =>
      makeRelease({
        ...request,
        open: fromFiles(extracts),
        out: staging.folder,
        confidential,
        published,
        onStep: (step) => {
          tell(doing[step]);
        },
        atHand: isAfresh ? undefined : releaseAtHand(edition, outputs),
        tallyOf: keptTally(path.dirname(confidential.path), request, tallyFile),
      });
    const {summary, log, file} = await progress.step(`Release of ${edition}`, make);
    const text = readFileSync(file, "utf8");
    const publication = loadPublication(request.project, edition);
    const made = {publication, release: readRelease(text, file), text, extracts, published, log};
    refuseUntold(request, made);
    confidential.write(dossierFile, describeDossier(made));
    // Told in a log too: letters may have been read as others.
    for (const {name, assumed} of summary.extracts) {
      if (assumed !== undefined) progress.outcome(describeAssumed(name, assumed));
    }
    return [...(showConfidential ? log : []), ...describeSummary(summary)];
  } catch (error) {
    const mayForget = published.some((one) => one.edition.id === edition && one.provenance.synthetic);
    throw refusedRelease(error, {...request, mayForget});
  }
}

/** Throws PublicationError where a release of the ledger would change numbers that are published, and no revision says so. */
function refuseUntold(
  {project, edition, outputs, today}: StageRequest,
  {publication, release: now, published: all}: MadeEdition,
): void {
  const published = all.filter((one) => one.edition.id === edition);
  if (published.length === 0 || !outputs.isLedger) return;
  const restingOn = listEditions(project.root).filter((other) => loadReport(project, other).compareWith === edition);
  const untold = untoldChanges(publication, {published, now, today, restingOn});
  if (untold !== undefined) throw untold;
}

/** What is going on in each step, in words for whoever waits. */
const doing: Readonly<Record<ReleaseStep, string>> = {
  read: "reads the records",
  count: "counts what the report asks",
  disclose: "looks for what to withhold",
  recall: "counts the proof at hand again",
  prove: "looks for other people who print the same",
  audit: "attacks the release",
  write: "writes it",
};

/** The tally of an edition that this build has made already, or that stands beside its sign-off. */
function keptTally(
  ready: string,
  {project, outputs}: StageRequest,
  file: string,
): (edition: string) => string | undefined {
  const folders = [ready, outputs.signOff, outputsOf(project.root).signOff];
  return (edition) => {
    const found = folders.map((folder) => path.join(signOffFolder(folder, edition), file)).find(existsSync);
    return found === undefined ? undefined : readFileSync(found, "utf8");
  };
}
