import {discardStaging, openStaging, publishStaging, type Move} from "./staging.ts";

/** A build's work: it prepares outputs in the staging folder and says where they shall stand, with its result. */
export type StagedWork<Result> = (
  staging: string,
) => Promise<{readonly moves: readonly Move[]; readonly result: Result}>;

/**
 * Runs a build so that its outputs are replaced whole or not at all: a failure, Ctrl-C or a kill leaves what stood
 * there before. `parent` is the folder that the staging folder is made in.
 */
export async function withStaging<Result>(parent: string, work: StagedWork<Result>): Promise<Result> {
  let staging: string | undefined;
  const discard = (): void => {
    if (staging !== undefined) discardStaging(staging);
  };
  // Listening begins before there is anything to clear up: a signal may come at once.
  process.once("exit", discard).once("SIGINT", endBySignal).once("SIGTERM", endBySignal);
  try {
    staging = openStaging(parent);
    const {moves, result} = await work(staging);
    publishStaging(staging, moves);
    return result;
  } finally {
    process.off("exit", discard).off("SIGINT", endBySignal).off("SIGTERM", endBySignal);
    discard();
  }
}

/** Ends the process with the code that shells give for a signal; what is open is put in order on the way out. */
function endBySignal(signal: NodeJS.Signals): void {
  process.exit(signal === "SIGINT" ? 130 : 143);
}
