import path from "node:path";
import {loadReport, type Project} from "../publication/index.ts";
import type {Environment} from "./environment.ts";
import {signOffFolder} from "./outputs.ts";
import type {StagedRelease} from "./releaseMoves.ts";

/** Where the counts stand that a log may not say, with what the analyst signs off; nothing where no form was read. */
export function describeSignOff(
  {project, edition, outputs}: Pick<StagedRelease, "edition" | "outputs"> & {readonly project: Project},
  {cwd}: Pick<Environment, "cwd">,
): readonly string[] {
  if (loadReport(project, edition).populations.length === 0) return [];
  const log = path.join(signOffFolder(outputs.signOff, edition), "extracts.log");
  return [
    `What became of the forms of ${edition}: ${path.relative(cwd, log)} (confidential, like the sign-off beside it)`,
  ];
}
