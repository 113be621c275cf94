import path from "node:path";
import {FileLock} from "./FileLock.ts";
import {PlaceError} from "./PlaceError.ts";

/** How long another process is waited for that makes its moves or clears up, in milliseconds. */
const patience = 60_000;

/** Does what only one process of a project may do at a time: opening and clearing up of folders, and moves. */
export function withGate<Result>(cache: string, work: () => Result): Result {
  using gate = FileLock.take(path.join(cache, "gate.lock"), patience);
  if (gate === undefined) throw new PlaceError(cache, "another build has been at work here for a minute. Try again.");
  return work();
}
