import {existsSync, mkdirSync, rmSync} from "node:fs";
import path from "node:path";
import {Command} from "commander";
import {writeWhole} from "../../files/index.ts";
import {checkEditionName, openProject} from "../../publication/index.ts";
import {checkEditionText} from "../check/checkEdition.ts";
import {CheckError} from "../check/CheckFindings.ts";
import type {Environment} from "../environment.ts";
import {extractOption} from "../options.ts";
import {describeColumns} from "../init/describeColumns.ts";
import {draftEdition, type InitOptions} from "../init/draftEdition.ts";
import {writeReportYaml} from "../init/writeReportYaml.ts";
import {requireEditionName} from "../requireEdition.ts";
import {UsageError} from "../UsageError.ts";

const help = `
Writes reports/<edition>/report.yaml. Region and period are read from a name such as south-west-2009-10. An extract that
is given is compared with the dictionary of its kind: by the names of its columns, and by whether their values have the
right shape. What was found is printed and written down for you to correct. No value of the extract is ever shown.

Examples:
  smallprint init south-west-2009-10 --publisher "South West Observatory" --contact office@example.org
  smallprint init south-west-2009-10 --extract prison=data/extracts/prison.csv --extract community=/secure/community.csv`;

/** `smallprint init <edition>`: starts an edition. */
export function initCommand(environment: Environment): Command {
  const {root, cwd, output} = environment;
  return new Command("init")
    .description("start an edition, and map its extracts' columns to a dictionary")
    .argument("<edition>", "name of the new folder below reports/")
    .option("--template <name>", "folder below templates/; the only one when there is one")
    .addOption(extractOption("look at this extract", cwd))
    .option("--region <name>", "a name of data/codelists/regions.csv")
    .option("--from <date>", "first day of the period, as 2009-04-01")
    .option("--to <date>", "last day of the period, as 2010-03-31")
    .option("--publisher <name>", "who publishes the report")
    .option("--contact <address>", "where readers can ask")
    .addHelpText("after", help)
    .action(async (edition: string, options: InitOptions) => {
      const file = newReportFile(root, edition);
      const draft = await draftEdition(edition, options, environment);
      mkdirSync(path.dirname(file), {recursive: true});
      writeWhole(file, writeReportYaml(draft));
      const lines = draft.extracts.flatMap(describeColumns);
      const next = `Wrote ${path.relative(cwd, file)}. Look it through, then: npx smallprint check ${edition}`;
      output.write(`${[...lines, ...(await toSettle(root, edition)), next].join("\n")}\n`);
    });
}

/**
 * What of the template the new edition cannot have as it is, as `check` finds it. Throws UsageError, and takes the file
 * away again, where `check` refuses what was just written: an option was given a value that cannot be.
 */
async function toSettle(root: string, edition: string): Promise<readonly string[]> {
  const file = `reports/${edition}/report.yaml`;
  try {
    await checkEditionText(openProject(root), edition);
    return [];
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    const lines = error.message.split("\n");
    const own = lines.filter((line) => line.includes(file));
    if (own.length > 0) {
      rmSync(path.join(root, file));
      throw new UsageError(`Nothing was written, because it could not be read again:\n${own.join("\n")}`);
    }
    return ["To settle before it can be built:", ...lines.map((line) => `  ${line}`)];
  }
}

function newReportFile(root: string, edition: string): string {
  requireEditionName(edition);
  checkEditionName(edition);
  const file = path.join(root, "reports", edition, "report.yaml");
  if (existsSync(file))
    throw new UsageError(`reports/${edition}/report.yaml exists already. Edit it, or choose another name.`);
  return file;
}
