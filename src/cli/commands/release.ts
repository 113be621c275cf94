import path from "node:path";
import {Command} from "commander";
import {requireEdition} from "../editions.ts";
import type {Environment} from "../environment.ts";
import {extractOption} from "../extractOption.ts";
import {outFolder} from "../outFolder.ts";
import {makeStagedRelease} from "../makeStagedRelease.ts";
import {outputsOf, releaseFile} from "../outputs.ts";
import type {Extracts} from "../parseExtractOption.ts";
import {createProgress} from "../progress.ts";
import {releaseMoves} from "../releaseMoves.ts";
import {withStaging} from "../withStaging.ts";

const help = `
Reads the extracts, counts what the report asks, and writes only what may be published:
data/releases/<edition>/release.json. This is all that has to happen where the extracts are; the site is built from the
release, there or on another machine.

Examples:
  smallprint release south-east-2007-08
  smallprint release south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv
  smallprint release south-east-2007-08 --out /tmp/trial      writes /tmp/trial/releases/south-east-2007-08/release.json`;

interface Options {
  readonly extract?: Extracts;
  readonly out?: string;
}

/** `smallprint release <edition>`: the confidential stage alone. */
export function releaseCommand(environment: Environment): Command {
  const {root, cwd} = environment;
  return new Command("release")
    .description("make an edition's release from its extracts, and nothing else")
    .argument("<edition>", "folder below reports/")
    .addOption(extractOption("read this extract from elsewhere", cwd))
    .option("--out <folder>", "write releases/<edition>/release.json below this folder alone")
    .addHelpText("after", help)
    .action(async (edition: string, {extract = {}, out}: Options) => {
      requireEdition(root, edition);
      const outputs = outputsOf(root, outFolder(out, environment));
      const progress = createProgress(environment);
      const lines = await withStaging(outputs.staging, async (staging) => {
        const result = await makeStagedRelease({root, edition, extracts: extract, out: staging}, progress);
        return {moves: releaseMoves(edition, staging, outputs), result};
      });
      for (const line of lines) progress.outcome(line);
      progress.outcome(`Released ${edition}: ${path.relative(cwd, releaseFile(outputs.data, edition))}`);
    });
}
