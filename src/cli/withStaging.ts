import {mkdirSync} from "node:fs";
import path from "node:path";
import {systemCode, FileLock, PlaceError, Staging, type FileMove} from "../files/index.ts";
import {buildsFolder, type Outputs} from "./outputs.ts";

/** A build's work: it prepares outputs in the staging folder and says where they shall stand, with its result. */
export type StagedWork<Result> = (
  staging: Staging,
) => Promise<{readonly moves: readonly FileMove[]; readonly result: Result}>;

/**
 * Runs a build so that its outputs are replaced whole or not at all: a failure, Ctrl-C or a kill leaves what stood
 * there before. Only one build of a project at a time adds to its ledger; throws PlaceError for a second one.
 */
export async function withStaging<Result>(
  {root, outputs}: {readonly root: string; readonly outputs: Pick<Outputs, "isLedger">},
  work: StagedWork<Result>,
): Promise<Result> {
  let ledger: FileLock | undefined;
  let staging: Staging | undefined;
  const discard = (): void => staging?.[Symbol.dispose]();
  // Listening begins before there is anything to clear up: a signal may come at once.
  process.once("exit", discard).once("SIGINT", endBySignal).once("SIGTERM", endBySignal);
  try {
    ledger = outputs.isLedger ? lockLedger(root) : undefined;
    staging = Staging.open(root, buildsFolder(root));
    const {moves, result} = await work(staging);
    staging.publish(moves);
    discard();
    return result;
  } catch (error) {
    discardAfterFailure(discard);
    throw error;
  } finally {
    process.off("exit", discard).off("SIGINT", endBySignal).off("SIGTERM", endBySignal);
    ledger?.[Symbol.dispose]();
  }
}

/** What cannot be cleared up the next command clears up, or says why not: what is told is what went wrong first. */
function discardAfterFailure(discard: () => void): void {
  try {
    discard();
  } catch (error) {
    if (!(error instanceof PlaceError) && systemCode(error) === undefined) throw error;
  }
}

/** Nobody else may add to the ledger between the reading of it and the release that reckons with it. */
function lockLedger(root: string): FileLock {
  const cache = buildsFolder(root);
  mkdirSync(cache, {recursive: true});
  const lock = FileLock.take(path.join(cache, "ledger.lock"));
  if (lock !== undefined) return lock;
  throw new PlaceError(
    root,
    "another release or build of this project is at work, and this one must reckon with what it publishes. Wait until it has ended, or make a trial with --out.",
  );
}

/** Ends the process with the code that shells give for a signal; what is open is put in order on the way out. */
function endBySignal(signal: NodeJS.Signals): void {
  process.exit(signal === "SIGINT" ? 130 : 143);
}
