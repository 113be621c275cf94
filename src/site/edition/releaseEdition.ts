import {spawn} from "node:child_process";
import {chmodSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {ownCommand} from "../../files/index.ts";
import {draftFolder} from "../../release/index.ts";

/** The confidential stage ended without a release. Carries the exit code of its process. */
export class StageError extends Error {
  readonly exitCode: number;

  constructor(edition: string, exitCode: number) {
    super(`The release of ${edition} was not made; the reason is printed above.`);
    this.name = "StageError";
    this.exitCode = exitCode;
  }
}

/** The project whose edition is released, and whether the analyst alone reads the terminal. */
export interface DraftRequest {
  readonly root: string;
  readonly showConfidential?: boolean;
  /** The program that makes releases. */
  readonly command?: string;
}

/**
 * Makes a draft of the release of an edition in a process of its own, so that nothing confidential is ever in the memory of the
 * process that renders. Throws StageError where it fails.
 */
export async function releaseEdition(
  edition: string,
  {root, showConfidential = false, command = ownCommand}: DraftRequest,
): Promise<void> {
  const drafts = closedFolder(join(root, draftFolder));
  const options = ["--out", drafts, ...(showConfidential ? ["--show-confidential"] : [])];
  const exitCode = await new Promise<number>((done, fail) => {
    const child = spawn(process.execPath, [command, "release", edition, "--root", root, ...options], {
      cwd: root,
      stdio: "inherit",
    });
    child.once("error", fail).once("exit", (code) => {
      done(code ?? 1);
    });
  });
  if (exitCode !== 0) throw new StageError(edition, exitCode);
}

/** Nobody but the author reads what is not published yet. */
function closedFolder(folder: string): string {
  mkdirSync(folder, {recursive: true, mode: 0o700});
  chmodSync(folder, 0o700);
  return folder;
}
