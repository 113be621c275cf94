import {ConfidentialFolder} from "../audit/index.ts";
import {signOffFolder, type Outputs} from "./outputs.ts";

/** A release that was refused: of what, and whether made-up releases of the same edition stand in its way. */
export interface Refused {
  readonly edition: string;
  readonly outputs: Pick<Outputs, "signOff">;
  readonly mayForget: boolean;
  readonly showConfidential: boolean;
}

/** A release that was not made, in the words and with the exit code of what stopped it. */
class RefusedRelease extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.name = "RefusedRelease";
    this.exitCode = exitCode;
  }
}

/** An error that may have confidential findings: counts of an extract, or how a count can be worked out. */
type Stopped = Error & {readonly exitCode: number; readonly findings?: string};

/**
 * Leaves what was found against a release beside the sign-off, and says in the error where, and what else can be done: a
 * message may be read by others, the findings hold counts. Other errors stay as they are.
 */
export function refusedRelease(error: unknown, {edition, outputs, mayForget, showConfidential}: Refused): unknown {
  if (!isStopped(error)) return error;
  const lines = [error.message];
  if (error.findings !== undefined) {
    const folder = ConfidentialFolder.at(signOffFolder(outputs.signOff, edition));
    const file = folder.write("refused.txt", `${error.findings.trimEnd()}\n`);
    const shown = showConfidential ? `:\n${error.findings.trimEnd()}` : "; --show-confidential prints them here.";
    lines.push(`The counts, and how they follow, are in ${file} (confidential)${shown}`);
  }
  if (mayForget && error.exitCode === disclosure) {
    lines.push("Its earlier releases name nobody, being made up: --afresh forgets them.");
  }
  return new RefusedRelease(lines.join("\n"), error.exitCode);
}

/** Exit codes of a faulty extract and of disclosure control. */
const [extract, disclosure] = [10, 12];

function isStopped(error: unknown): error is Stopped {
  return error instanceof Error && "exitCode" in error && (error.exitCode === extract || error.exitCode === disclosure);
}
