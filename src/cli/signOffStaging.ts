import path from "node:path";
import {ConfidentialFolder} from "../audit/index.ts";
import type {Staging} from "../files/index.ts";
import type {Outputs} from "./outputs.ts";

/**
 * The folder in which a build prepares what the analyst signs off for an edition: beside the sign-offs, never below a
 * folder that is published or served, and closed to others like the folder of the project's own sign-offs.
 */
export function signOffStaging(
  edition: string,
  {staging, outputs}: {readonly staging: Staging; readonly outputs: Pick<Outputs, "signOff" | "isSignOffNamed">},
): ConfidentialFolder {
  // A folder that the analyst names may hold other things too: only what is written into it is closed.
  if (!outputs.isSignOffNamed) ConfidentialFolder.at(outputs.signOff);
  const partner = staging.partner(ConfidentialFolder.at(path.join(outputs.signOff, ".staging")).path);
  return ConfidentialFolder.at(path.join(partner, "ready", edition));
}
