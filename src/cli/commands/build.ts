import {Command} from "commander";
import {afreshOption, extractOption, showConfidentialOption, type Extracts} from "../options.ts";
import {inProject, type Environment} from "../environment.ts";
import {requirePlainRoot} from "../requirePlainRoot.ts";
import {UsageError} from "../UsageError.ts";

const help = `
For every edition: reads its extracts, makes the release, then builds the site and the PDF from the release alone. An
edition whose extracts are not here is built from the release it has. Without a name, every edition is built that has
extracts or a release; where some are named, the others stay on the site, from their releases. Outputs are replaced when
all is done: a build that fails leaves those of the last one.

Releases below data/releases/ count as published from the day that report.yaml names; where it names none, the edition is
a draft, and every page says so. What is confidential is kept apart, where its owner alone can read it. See "smallprint
release --help" on both.

Examples:
  smallprint build                                    writes data/releases/ and dist/
  smallprint build south-east-2007-08 --no-pdf        quicker, while writing
  smallprint build south-east-2007-08 --extract prison=/secure/prison.csv --extract community=/secure/community.csv \\
    --out /tmp/trial                                  writes /tmp/trial/releases/ and /tmp/trial/dist/`;

interface Options {
  readonly extract?: Extracts;
  readonly out?: string;
  readonly pdf: boolean;
  readonly afresh?: true;
  readonly signOff?: string;
  readonly showConfidential?: true;
}

/** `smallprint build [edition…]`: extracts in, site and PDF out. */
export function buildCommand(environment: Environment): Command {
  const {cwd} = environment;
  return new Command("build")
    .description("make the releases, the site and the PDFs")
    .argument("[editions...]", "folders below reports/; all of them when none is named")
    .addOption(extractOption("read this extract from elsewhere, with one edition named", cwd))
    .option("--out <folder>", "a trial: write releases/ and dist/ below this folder alone")
    .option("--sign-off <folder>", "where what is confidential goes: sign-offs, audits, proofs and logs")
    .addOption(showConfidentialOption("counts that a release may withhold"))
    .addOption(afreshOption())
    .option("--no-pdf", "leave the PDF out")
    .addHelpText("after", help)
    .action(async (editions: readonly string[], options: Options) => {
      const here = inProject(environment);
      const {root} = here;
      requirePlainRoot(root);
      const {extract = {}, pdf, afresh, showConfidential = false} = options;
      if (Object.keys(extract).length > 0 && editions.length !== 1) {
        throw new UsageError(
          "--extract belongs to one edition: name that edition, for example smallprint build south-east-2007-08 --extract …",
        );
      }
      const {listEditions, openProject} = await import("../../publication/index.ts");
      const {namedOutputs} = await import("../namedOutputs.ts");
      const {buildEditions} = await import("../buildEditions.ts");
      const outputs = namedOutputs({...options, editions: editions.length > 0 ? editions : listEditions(root)}, here);
      const project = openProject(root);
      const isAfresh = afresh === true;
      await buildEditions(
        {project, editions, extracts: extract, outputs, pdf, isAfresh, showConfidential},
        environment,
      );
    });
}
