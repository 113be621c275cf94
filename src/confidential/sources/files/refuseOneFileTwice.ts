import {statSync} from "node:fs";
import {ExtractError} from "../ExtractError.ts";
import {hashOfFile} from "./hashOfFile.ts";
import type {Source} from "./openExtract.ts";

/**
 * Refuses one file under two names, be it in two places: two extracts are taken for two sets of people, and what is told of the one
 * would not be held against what is told of the other. Throws ExtractError.
 */
export async function refuseOneFileTwice(sources: ReadonlyMap<string, Source>): Promise<void> {
  const known = new Map<string, string>();
  for (const [name, {path, file}] of sources) {
    const isAlone = [...sources].every(([other, {path: its}]) => other === name || sizeOf(its) !== sizeOf(path));
    if (isAlone) continue;
    const content = await hashOfFile(path);
    const other = known.get(content);
    if (other !== undefined) {
      throw new ExtractError(
        {file},
        `the extracts "${other}" and "${name}" are one file, and would be taken for two sets of people. Let their populations name one extract.`,
      );
    }
    known.set(content, name);
  }
}

function sizeOf(path: string): number {
  return statSync(path).size;
}
