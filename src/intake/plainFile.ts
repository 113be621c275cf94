import {readFileSync, statSync, type Stats} from "node:fs";
import type {Refuse} from "./refuse.ts";

/** What people write by hand is far smaller; what is larger is another file than the one that was meant. */
const mostWrittenBytes = 32 * 1024 * 1024;

/** Refuses what is no plain file, or cannot be looked at; a pipe would be waited for, and a folder fail without words. */
export function plainFile(path: string, refuse: Refuse): Stats {
  const stat = attempt(() => statSync(path), refuse);
  if (!stat.isFile()) throw refuse({}, "this is no file but a folder, a pipe or a device. Give a file.");
  return stat;
}

/** The bytes of a file, whatever its size. Refuses what is no plain file or cannot be read. */
export function readBytes(path: string, refuse: Refuse): Buffer {
  plainFile(path, refuse);
  return attempt(() => readFileSync(path), refuse);
}

/**
 * The bytes of a file that people write: a report, a dictionary, a code list, boundaries. Refuses what `readBytes` does,
 * and what is larger than any such file.
 */
export function readWritten(path: string, refuse: Refuse): Buffer {
  const {size} = plainFile(path, refuse);
  if (size > mostWrittenBytes)
    throw refuse({}, `this file is larger than ${mostWrittenBytes >> 20} MB. Give the file that was meant.`);
  return attempt(() => readFileSync(path), refuse);
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
