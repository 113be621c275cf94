import path from "node:path";
import {ConfidentialFolder} from "../audit/index.ts";
import type {Outputs} from "./outputs.ts";
import {openPartner} from "./staging.ts";

/** Where a build prepares what the analyst signs off for an edition, and keeps what it replaces. */
export interface SignOffStaging {
  readonly ready: ConfidentialFolder;
  /** Absolute path. */
  readonly keep: string;
}

/**
 * Opens the part of a build's staging that is confidential: beside the sign-offs, never below a folder that is published
 * or served, and closed to others like the folder of the project's own sign-offs.
 */
export function signOffStaging(
  edition: string,
  {staging, outputs}: {readonly staging: string; readonly outputs: Pick<Outputs, "signOff" | "isSignOffNamed">},
): SignOffStaging {
  // A folder that the analyst names may hold other things too: only what is written into it is closed.
  if (!outputs.isSignOffNamed) ConfidentialFolder.at(outputs.signOff);
  const partner = openPartner(staging, ConfidentialFolder.at(path.join(outputs.signOff, ".staging")).path);
  return {
    ready: ConfidentialFolder.at(path.join(partner, "ready", edition)),
    keep: path.join(partner, "previous", edition),
  };
}
