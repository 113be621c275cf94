import {Command} from "commander";
import {afreshOption} from "../afreshOption.ts";
import {buildEditions} from "../buildEditions.ts";
import type {Environment} from "../environment.ts";
import {extractOption} from "../extractOption.ts";
import type {Extracts} from "../parseExtractOption.ts";
import {outFolder} from "../outFolder.ts";
import {UsageError} from "../UsageError.ts";

const help = `
For every edition: reads its extracts, makes the release, then builds the site and the PDF from the release alone. An
edition whose extracts are not here is built from the release it has. Without a name, every edition is built that has
extracts or a release. Outputs are replaced when all is done: a build that fails leaves those of the last one.

Releases below data/releases/ count as published from the day that report.yaml names; see "smallprint release --help".

Examples:
  smallprint build                                    writes data/releases/ and dist/
  smallprint build south-east-2007-08 --no-pdf        quicker, while writing
  smallprint build south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv \\
    --out /tmp/trial                                  writes /tmp/trial/releases/ and /tmp/trial/dist/, nothing else`;

interface Options {
  readonly extract?: Extracts;
  readonly out?: string;
  readonly pdf: boolean;
  readonly afresh?: true;
}

/** `smallprint build [edition…]`: extracts in, site and PDF out. */
export function buildCommand(environment: Environment): Command {
  const {root, cwd} = environment;
  return new Command("build")
    .description("make the releases, the site and the PDFs")
    .argument("[editions...]", "folders below reports/; all of them when none is named")
    .addOption(extractOption("read this extract from elsewhere, with one edition named", cwd))
    .option("--out <folder>", "a trial: write releases/ and dist/ below this folder alone")
    .addOption(afreshOption())
    .option("--no-pdf", "leave the PDF out")
    .addHelpText("after", help)
    .action(async (editions: readonly string[], {extract = {}, out, pdf, afresh}: Options) => {
      if (Object.keys(extract).length > 0 && editions.length !== 1) {
        throw new UsageError(
          "--extract belongs to one edition: name that edition, for example smallprint build south-east-2007-08 --extract …",
        );
      }
      const folder = outFolder(out, environment);
      await buildEditions(
        {root, editions, extracts: extract, ...(folder !== undefined && {out: folder}), pdf, isAfresh: afresh === true},
        environment,
      );
    });
}
