import path from "node:path";
import {releaseFile, signOffFolder, type Outputs} from "./outputs.ts";
import type {Move} from "./staging.ts";

/** What the confidential stage left in the staging folder for an edition, and where it shall stand. */
export function releaseMoves(edition: string, staging: string, outputs: Outputs): readonly Move[] {
  return [
    {from: releaseFile(staging, edition), to: releaseFile(outputs.data, edition)},
    {from: signOffFolder(path.join(staging, "sign-off"), edition), to: signOffFolder(outputs.signOff, edition)},
  ];
}
