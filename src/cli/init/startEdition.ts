import {existsSync, mkdirSync, rmSync} from "node:fs";
import path from "node:path";
import {writeWhole} from "../../files/index.ts";
import {checkEditionName, openProject} from "../../publication/index.ts";
import {checkEditionText} from "../check/checkEdition.ts";
import {CheckError} from "../check/CheckFindings.ts";
import type {ProjectEnvironment} from "../environment.ts";
import {requireEditionName} from "../requireEdition.ts";
import {UsageError} from "../UsageError.ts";
import {describeColumns} from "./describeColumns.ts";
import {draftEdition, type InitOptions} from "./draftEdition.ts";
import {writeReportYaml} from "./writeReportYaml.ts";

/** Writes the `report.yaml` of a new edition and prints what is left to do. Throws UsageError where nothing can be written. */
export async function startEdition(
  edition: string,
  options: InitOptions,
  environment: ProjectEnvironment,
): Promise<void> {
  const {root, cwd, output} = environment;
  const file = newReportFile(root, edition);
  const draft = await draftEdition(edition, options, environment);
  mkdirSync(path.dirname(file), {recursive: true});
  writeWhole(file, writeReportYaml(draft));
  const lines = draft.extracts.flatMap(describeColumns);
  const next = `Wrote ${path.relative(cwd, file)}. Look it through, then: npx smallprint check ${edition}`;
  output.write(`${[...lines, ...(await toSettle(root, edition)), next].join("\n")}\n`);
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
