import path from "node:path";
import type {Environment} from "./environment.ts";
import {signOffFolder} from "./outputs.ts";
import type {StagedRelease} from "./releaseMoves.ts";

/** Where the counts stand that a log may not say, with what the analyst signs off. */
export function describeSignOff(
  {edition, outputs}: Pick<StagedRelease, "edition" | "outputs">,
  {cwd}: Pick<Environment, "cwd">,
): string {
  const log = path.join(signOffFolder(outputs.signOff, edition), "extracts.log");
  return `What became of the forms of ${edition}: ${path.relative(cwd, log)} (confidential, like the sign-off beside it)`;
}
