import {mkdirSync, writeFileSync} from "node:fs";
import path from "node:path";
import {DisclosureError} from "../audit/index.ts";
import {signOffFolder} from "./outputs.ts";

/** A release that was refused: of what, and whether made-up releases of the same edition stand in its way. */
export interface Refused {
  readonly edition: string;
  /** Folder of what the analyst signs off. */
  readonly signOff: string;
  readonly mayForget: boolean;
}

/**
 * Leaves what an audit found against a release beside the sign-off, and says in the error where, and what else can be
 * done: a message may be read by others, the findings tell how a count can be worked out. Other errors stay as they are.
 */
export function refusedRelease(error: unknown, {edition, signOff, mayForget}: Refused): unknown {
  if (!(error instanceof DisclosureError)) return error;
  const lines = [error.message];
  if (error.findings !== undefined) {
    const file = path.join(signOffFolder(signOff, edition), "refused.txt");
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, error.findings);
    lines.push(`How they can be worked out is in ${file} (confidential).`);
  }
  if (mayForget) lines.push("Its earlier releases name nobody, being made up: --afresh forgets them.");
  return new DisclosureError(lines.join("\n"));
}
