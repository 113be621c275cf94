import path from "node:path";
import {fileURLToPath} from "node:url";
import {describeSystemFailure} from "./describeSystemFailure.ts";

/** Folder of the program's code, absolute. */
const ownFolder = path.resolve(import.meta.dirname, "..");

/** What is printed of an error, and the exit code of the process. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/**
 * A user error says itself what is wrong and what to do. Of any other error only its kind and place are told: its
 * message may have been written by a library that quotes the record it stumbled over.
 */
export function describeFailure(error: unknown): Failure {
  if (isUserError(error)) return {text: error.message, exitCode: error.exitCode};
  const refused = describeSystemFailure(error);
  if (refused !== undefined) return {text: refused, exitCode: 14};
  const kind = error instanceof Error ? error.name : "a thrown value";
  const places = error instanceof Error ? placesIn(error) : [];
  const where = places.length === 0 ? "outside our own code" : places.map((place) => `  at ${place}`).join("\n");
  return {
    text: `This is our own fault, not yours: ${kind}\n${where}\nPlease report it with these lines and the command that you ran. They hold nothing of your extracts.`,
    exitCode: 1,
  };
}

function isUserError(error: unknown): error is Error & {exitCode: number} {
  return error instanceof Error && "exitCode" in error && typeof error.exitCode === "number";
}

/** A frame of a stack: `at name (file:///package/src/x.ts:12:3)` or `at file:///package/src/x.ts:12:3`. */
const frame = /^\s+at (?:.*\()?(?<file>(?:file:\/\/|\/)[^()]+):(?<line>\d+):(?<column>\d+)\)?$/gm;

/** Files and lines of a stack that lie in the program's own code; nothing else of the stack is kept. */
function placesIn(error: Error): readonly string[] {
  return [...(error.stack ?? "").matchAll(frame)]
    .map(({groups = {}}) => ({file: pathOf(groups.file ?? ""), at: `${groups.line}:${groups.column}`}))
    .filter(({file}) => file.startsWith(ownFolder + path.sep))
    .map(({file, at}) => `${path.relative(path.dirname(ownFolder), file)}:${at}`);
}

/** A stack names modules by their addresses, in which a space is written `%20`. */
function pathOf(named: string): string {
  return named.startsWith("file:") && URL.canParse(named) ? fileURLToPath(named) : named;
}
