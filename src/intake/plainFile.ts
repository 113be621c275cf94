import {statSync, type Stats} from "node:fs";
import type {Refuse} from "./refuse.ts";

/** Refuses what is no plain file, or cannot be looked at; a pipe would be waited for, and a folder fail without words. */
export function plainFile(path: string, refuse: Refuse): Stats {
  const stat = attempt(() => statSync(path), refuse);
  if (!stat.isFile()) throw refuse({}, "this is no file but a folder, a pipe or a device. Give a file.");
  return stat;
}

/** What `work` does to a file; where the system does not let it, that is refused with the system's reason. */
export function attempt<Result>(work: () => Result, refuse: Refuse): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw refuse({}, `the file cannot be read (${String(error.code)}). Check its path and who may read it.`);
  }
}
