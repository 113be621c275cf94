import path from "node:path";
import {Command} from "commander";
import {openProject} from "../../publication/index.ts";
import {afreshOption, extractOption, showConfidentialOption, type Extracts} from "../options.ts";
import {checkEditionText} from "../check/checkEdition.ts";
import {describeLedger} from "../describeLedger.ts";
import {describeSignOff} from "../describeSignOff.ts";
import {requireEdition} from "../requireEdition.ts";
import type {Environment} from "../environment.ts";
import {makeStagedRelease} from "../makeStagedRelease.ts";
import {namedOutputs} from "../namedOutputs.ts";
import {releaseFile} from "../outputs.ts";
import {createProgress} from "../progress.ts";
import {releaseMoves} from "../releaseMoves.ts";
import {withStaging} from "../withStaging.ts";

const help = `
Checks the report as "check" does, its pages included; then reads the extracts, counts what the report asks, and writes
only what may be published: data/releases/<edition>/release.json. This is all that has to happen where the extracts are;
the site is built from the release, there or on another machine.

data/releases/ is the ledger: what stands there is published from the day that report.yaml names, is kept when a later
release replaces it, and is reckoned with ever after. Before that day a release is a draft, which the next one replaces.

What is confidential goes to data/extracts/sign-off/<edition>/, of a trial to data/extracts/sign-off-of-trials/<edition>/,
where the owner of the files alone can read it: the sign-off, the audit, its proof, and extracts.log with the counts of
forms and faults. The terminal does not print these counts, because the release may withhold them.

Examples:
  smallprint release south-east-2007-08
  smallprint release south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv
  smallprint release south-east-2007-08 --out /tmp/trial      writes /tmp/trial/releases/south-east-2007-08/release.json
  smallprint release south-east-2007-08 --sign-off /secure/sign-off
  smallprint release south-east-2007-08 --afresh              made-up records only: forgets its earlier releases`;

interface Options {
  readonly extract?: Extracts;
  readonly out?: string;
  readonly afresh?: true;
  readonly signOff?: string;
  readonly showConfidential?: true;
}

/** `smallprint release <edition>`: the confidential stage alone. */
export function releaseCommand(environment: Environment): Command {
  const {root, cwd, today} = environment;
  return new Command("release")
    .description("make an edition's release from its extracts, and nothing else")
    .argument("<edition>", "folder below reports/")
    .addOption(extractOption("read this extract from elsewhere", cwd))
    .option("--out <folder>", "a trial: write releases/<edition>/release.json below this folder alone")
    .option("--sign-off <folder>", "where what is confidential goes: sign-off, audit, proof and log")
    .addOption(showConfidentialOption("counts that the release may withhold"))
    .addOption(afreshOption())
    .addHelpText("after", help)
    .action(async (edition: string, options: Options) => {
      requireEdition(root, edition);
      const project = openProject(root);
      // What can be known to be wrong is told before any record is read.
      await checkEditionText(project, edition);
      const {extract: extracts = {}, afresh, showConfidential = false} = options;
      const outputs = namedOutputs({...options, editions: [edition]}, environment);
      const progress = createProgress(environment);
      const forgotten = afresh === true ? [edition] : [];
      const lines = await withStaging({root, outputs}, async (staging) => {
        const request = {project, edition, extracts, today, forgotten, staging, outputs, showConfidential};
        const made = await makeStagedRelease(request, progress);
        const moves = releaseMoves(request);
        return {moves, result: [...made, ...describeLedger(request), describeSignOff(request, environment)]};
      });
      for (const line of lines) progress.outcome(line);
      progress.outcome(`Released ${edition}: ${path.relative(cwd, releaseFile(outputs.data, edition))}`);
    });
}
