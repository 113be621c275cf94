import {readFileSync} from "node:fs";
import {decodeWritten} from "./decodeWritten.ts";
import {attempt, plainFile} from "./plainFile.ts";
import type {Refuse} from "./refuse.ts";

/** What people write by hand is far smaller; what is larger is another file than the one that was meant. */
const mostBytes = 32 * 1024 * 1024;

/**
 * The text of a file in UTF-8 that people write: a report, a dictionary, boundaries. Refuses what is no plain file, cannot
 * be read, is larger than any such file, or is no text in UTF-8.
 */
export function readPlainText(path: string, refuse: Refuse): string {
  refuseLarge(path, refuse);
  return decodeWritten(
    attempt(() => readFileSync(path), refuse),
    refuse,
  );
}

/** Refuses what is no plain file, or larger than any that people write by hand. */
export function refuseLarge(path: string, refuse: Refuse): void {
  const {size} = plainFile(path, refuse);
  if (size <= mostBytes) return;
  throw refuse({}, `this file is larger than ${mostBytes >> 20} MB. Give the file that was meant.`);
}
